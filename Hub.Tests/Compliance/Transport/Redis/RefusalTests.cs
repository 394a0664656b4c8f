using FluentAssertions;
using Hub.Adapters.Messaging.Redis;
using Hub.Adapters.Messaging.Redis.Connection;
using Hub.Tests.Compliance.Brokers;
using Hub.Tests.Compliance.Transport.Messages;
using Hub.Tests.Support.Servers;
using MassTransit;
using Microsoft.Extensions.DependencyInjection;

namespace Hub.Tests.Compliance.Transport.Redis;

/// <summary>What the transport cannot do is refused when it is configured, with words that help.</summary>
internal sealed class RefusalTests
{
    private static readonly RedisStreamsSettings Valid = new() { ConnectionString = "127.0.0.1:1" };

    [TestCase(SqlReceiveMode.Partitioned)]
    [TestCase(SqlReceiveMode.PartitionedOrdered)]
    public async Task A_receive_mode_that_needs_partitions(SqlReceiveMode mode)
        => (await Configuring(endpoint => endpoint.SetReceiveMode(mode)).Should().ThrowAsync<Exception>()).Where(refusal => Says(refusal, "table", mode.ToString(), "not supported"));

    [Test]
    public async Task A_subscription_to_some_messages_of_a_topic()
        => (await Configuring(endpoint => endpoint.Subscribe<HandDealt>(subscription =>
        {
            subscription.SubscriptionType = SqlSubscriptionType.Pattern;
            subscription.RoutingKey = "final.*";
        })).Should().ThrowAsync<Exception>()).Where(refusal => Says(refusal, "pattern", "not supported"));

    [Test]
    public async Task A_queue_that_is_emptied_at_the_start()
        => (await Configuring(endpoint => endpoint.PurgeOnStartup = true).Should().ThrowAsync<Exception>()).Where(refusal => Says(refusal, "table", "PurgeOnStartup"));

    [Test]
    public async Task A_lock_that_is_shorter_than_it_can_be_renewed()
        => (await Configuring(endpoint => endpoint.LockDuration = TimeSpan.FromMilliseconds(10)).Should().ThrowAsync<Exception>()).Where(refusal => Says(refusal, "table", "LockDuration"));

    [TestCase("")]
    [TestCase("2fast")]
    [TestCase("a{b}")]
    public async Task A_prefix_that_is_no_name(string prefix)
        => await Registering(Valid with { Prefix = prefix }).Should().ThrowAsync<ConfigurationException>().WithMessage("*Prefix*");

    [TestCase("")]
    [TestCase("redis://")]
    [TestCase("http://localhost:6379")]
    [TestCase("localhost:6379,no-such-option=secret")]
    public async Task A_connection_string_that_is_none_without_repeating_it(string text)
        => (await Registering(Valid with { ConnectionString = text }).Should().ThrowAsync<ConfigurationException>()).Which.ToString().Should().NotContain("secret").And.Contain("redis");

    [Test]
    public async Task A_time_out_of_its_range()
        => await Registering(Valid with { LockDuration = TimeSpan.Zero }).Should().ThrowAsync<ConfigurationException>().WithMessage("*LockDuration*");

    [TestCase("6.2.14", "noeviction", "master", "too old")]
    [TestCase(null, "noeviction", "master", "too old")]
    [TestCase("7.2.0", "allkeys-lru", "master", "maxmemory-policy noeviction")]
    [TestCase("7.2.0", "noeviction", "slave", "replica")]
    public void A_server_that_messages_cannot_be_trusted_to(string? version, string policy, string role, string reason)
        => ServerRequirements.Check(Info(version, policy, role)).Should().ContainSingle(finding => finding.IsFatal).Which.Text.Should().Contain(reason);

    [Test]
    public void But_not_a_server_as_it_should_be() => ServerRequirements.Check(Info("7.0.0", "noeviction", "master")).Should().NotContain(finding => finding.IsFatal);

    [Test]
    public async Task A_bus_does_not_become_healthy_on_a_server_that_evicts()
    {
        await using var server = await ConfiguredRedis.StartAsync((port, _) => [$"port {port}", "maxmemory-policy allkeys-lru"]);
        await using var inspector = RedisInspector.Of(new Brokers.RedisBroker(server.Address, TestRedis.NewPrefix()).Settings);

        (await inspector.Broker.CheckServerAsync(CancellationToken.None)).Should().Contain(finding => finding.IsFatal && finding.Text.Contains("noeviction"));
    }

    private static Func<Task> Configuring(Action<ISqlReceiveEndpointConfigurator> configure) => async () =>
    {
        await using var services = Build(Valid, factory => factory.ReceiveEndpoint("table", configure));
        services.GetRequiredService<IBusControl>();
    };

    private static Func<Task> Registering(RedisStreamsSettings settings) => async () => await Build(settings, _ => { }).DisposeAsync();

    private static ServiceProvider Build(RedisStreamsSettings settings, Action<ISqlBusFactoryConfigurator> configure) => new ServiceCollection()
        .AddLogging()
        .AddMassTransit(bus =>
        {
            bus.DisableUsageTelemetry();
            bus.UsingRedisStreams(settings, (_, factory) => configure(factory));
        })
        .BuildServiceProvider();

    private static bool Says(Exception refusal, params string[] words)
    {
        var text = string.Join(' ', Chain(refusal).Select(exception => exception.Message));
        return words.All(word => text.Contains(word, StringComparison.OrdinalIgnoreCase));
    }

    private static IEnumerable<Exception> Chain(Exception? exception)
    {
        for (; exception is not null; exception = exception.InnerException)
            yield return exception;
    }

    private static Dictionary<string, string> Info(string? version, string policy, string role)
    {
        var info = new Dictionary<string, string>(StringComparer.Ordinal) { ["maxmemory_policy"] = policy, ["role"] = role, ["aof_enabled"] = "1" };
        if (version is not null)
            info["redis_version"] = version;
        return info;
    }
}
