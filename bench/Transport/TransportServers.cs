using Hub.Adapters.EmbeddedRedis;
using Hub.Adapters.Messaging.Redis;
using Hub.Tests.Support.Servers;
using MassTransit;
using StackExchange.Redis;

namespace Hub.Bench.Transport;

/// <summary>A Redis and a RabbitMQ of the bench's own, and the ways to use them.</summary>
internal sealed class TransportServers : IAsyncDisposable
{
    public const string Redis = "Redis";
    public const string RabbitMq = "RabbitMQ";
    private const string InMemory = "in memory";
    private const string Floor = "raw streams";
    private const string VirtualHost = "/";

    private readonly DirectoryInfo _folder;
    private readonly EmbeddedRedisServer _redis;
    private readonly PrivateRabbitMq _rabbitMq;
    private readonly ConnectionMultiplexer _asking;

    private TransportServers(DirectoryInfo folder, EmbeddedRedisServer redis, PrivateRabbitMq rabbitMq, ConnectionMultiplexer asking)
        => (_folder, _redis, _rabbitMq, _asking) = (folder, redis, rabbitMq, asking);

    /// <summary>Columns of the table.</summary>
    public static IReadOnlyList<string> Names => [Redis, RabbitMq, InMemory, Floor];

    public string RedisConnectionString => _redis.ConnectionString;

    public CommandCount RedisCommands => new(_asking.GetServers().Single());

    /// <summary>MassTransit's transports, each with the settings that it, or ours, has by itself.</summary>
    public IReadOnlyList<(string Name, Action<IBusRegistrationConfigurator> Use)> Buses =>
    [
        (Redis, bus => bus.UsingRedisStreams(new RedisStreamsSettings { ConnectionString = _redis.ConnectionString, Prefix = "bench" })),
        (RabbitMq, bus => bus.UsingRabbitMq((_, factory) => factory.Host(_rabbitMq.AddressOf(VirtualHost)))),
        (InMemory, bus => bus.UsingInMemory()),
    ];

    public static async Task<TransportServers> StartAsync(CancellationToken cancellationToken)
    {
        var folder = Directory.CreateTempSubdirectory("hub-bench-");
        var redis = await EmbeddedRedisServer.StartAsync(
            new EmbeddedRedisSettings { Folder = Path.Combine(folder.FullName, "redis"), Durability = RedisDurability.EverySecond }, cancellationToken);
        var rabbitMq = await PrivateRabbitMq.StartAsync(cancellationToken);
        return new(folder, redis, rabbitMq, await ConnectionMultiplexer.ConnectAsync($"{redis.ConnectionString},allowAdmin=true"));
    }

    public async ValueTask DisposeAsync()
    {
        await _asking.DisposeAsync();
        await _rabbitMq.DisposeAsync();
        await _redis.DisposeAsync();
        _folder.Delete(recursive: true);
    }
}
