using Hub.Adapters.EmbeddedRedis;
using Hub.Adapters.Messaging.Redis;
using Hub.Host.Messaging;
using Hub.Tests.Render.Support;
using Hub.Tests.Support;
using MassTransit;
using Microsoft.Extensions.DependencyInjection;
using StackExchange.Redis;

namespace Hub.Tests.Messaging;

/// <summary>Hubs with the Render module on a Redis of the test's own, and words for what is done to it.</summary>
internal abstract class RedisHubSpec : RenderSpec
{
    private ConnectionMultiplexer _operator = null!;
    private string _folder = null!;

    protected EmbeddedRedisServer Redis { get; private set; } = null!;

    protected sealed override Action<IBusRegistrationConfigurator> Transport => bus =>
    {
        var settings = new RedisStreamsSettings { ConnectionString = Redis.ConnectionString };
        bus.AddSingleton(new Transport(TransportKind.Redis, Redis: settings));
        RedisBus.Use(bus, settings, watchesForLoss: true);
    };

    protected virtual RedisDurability Durability => RedisDurability.None;

    [OneTimeSetUp]
    public async Task StartRedisAsync()
    {
        _folder = Directory.CreateTempSubdirectory("hub-redis-").FullName;
        Redis = await EmbeddedRedisServer.StartAsync(new EmbeddedRedisSettings { Folder = _folder, Durability = Durability }, CancellationToken.None);
        _operator = await ConnectionMultiplexer.ConnectAsync($"{Redis.ConnectionString},allowAdmin=true,abortConnect=false");
    }

    [OneTimeTearDown]
    public async Task StopRedisAsync()
    {
        await _operator.DisposeAsync();
        await Redis.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    [SetUp]
    public Task EmptyRedisAsync() => RedisCliAsync("FLUSHALL");

    /// <summary>As an operator with redis-cli.</summary>
    protected Task<RedisResult> RedisCliAsync(string command, params object[] arguments) => _operator.GetDatabase().ExecuteAsync(command, arguments);

    /// <summary>Waits until the hubs have seen this Redis and have nothing left to send again.</summary>
    protected Task RedisIsKnownAsync()
        => Eventually.BecomesTrueAsync("Redis is known", async () => await Database.ScalarAsync<long>(
            "SELECT count(*) FROM messaging.broker_recovery recovery JOIN messaging.broker known ON known.name = recovery.broker WHERE known.generation > 0 AND recovery.generation = known.generation") == 2);

    protected Task<long> LossesAsync() => Database.ScalarAsync<long>("SELECT generation - 1 FROM messaging.broker");
}
