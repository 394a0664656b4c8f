using Hub.Adapters.Messaging.Redis;
using Hub.Tests.Support.Servers;
using MassTransit;

namespace Hub.Tests.Compliance.Brokers;

/// <summary>A prefix on a Redis, the run's unless a test has its own.</summary>
internal sealed class RedisBroker(string connectionString, string prefix) : Broker
{
    private const short Urgent = 200;

    public override string Address => $"{prefix}@{connectionString}";

    public string ConnectionString => connectionString;

    public string Prefix => prefix;

    /// <summary>What a bus here is set to. Nothing waits for the poll, so that a lost wake-up shows.</summary>
    public RedisStreamsSettings Settings => new()
    {
        ConnectionString = connectionString,
        Prefix = prefix,
        LockDuration = Lock,
        TemporaryQueueLifetime = TemporaryQueueLifetime,
        PollingInterval = TimeSpan.FromMinutes(1),
    };

    public static async Task<Broker> OpenAsync() => new RedisBroker(await TestRedis.ConnectionStringAsync(), TestRedis.NewPrefix());

    public static RedisBroker Parse(string address) => address.Split('@', 2) is [var prefix, var connectionString]
        ? new(connectionString, prefix)
        : throw new FormatException("A Redis broker's address is <prefix>@<connection string>.");

    public override void Use(IBusRegistrationConfigurator bus, Action<IBusFactoryConfigurator> configure)
        => bus.UsingRedisStreams(Settings, (context, factory) =>
        {
            configure(factory);
            factory.ConfigureEndpoints(context);
        });

    public override void MakeUrgent(SendContext context) => SqlSendContextExtensions.SetPriority(context, Urgent);

    public override void LimitDeliveries(IReceiveEndpointConfigurator endpoint, int count) => ((ISqlReceiveEndpointConfigurator)endpoint).MaxDeliveryCount = count;

    public override async Task<IReadOnlyList<string>> QueuesAsync()
    {
        await using var inspector = RedisInspector.Of(Settings);
        return [.. (await inspector.Broker.MeasureAsync(CancellationToken.None)).Select(depth => depth.Queue)];
    }
}
