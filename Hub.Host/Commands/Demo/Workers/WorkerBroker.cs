using Hub.Adapters.EmbeddedRedis;
using Hub.Host.Startup;

namespace Hub.Host.Commands.Demo.Workers;

/// <summary>What carries work to the demo's worker processes: the configured broker, or a private Redis.</summary>
internal sealed class WorkerBroker : IAsyncDisposable
{
    private const string TransportKey = "Messaging:Transport";
    private const string RedisKey = "ConnectionStrings:Redis";
    private const string RabbitMqKey = "ConnectionStrings:RabbitMq";

    private WorkerBroker(EmbeddedRedisServer? redis) => Redis = redis;

    /// <summary>The private server; null where none is needed.</summary>
    public EmbeddedRedisServer? Redis { get; }

    /// <summary>Settings that make the host use it.</summary>
    public IReadOnlyList<string> Settings => Redis is null ? [] : [$"--{RedisKey}={Redis.ConnectionString}"];

    /// <exception cref="HubStartException">The configured transport reaches no other process.</exception>
    /// <exception cref="EmbeddedRedisException">The private server does not start.</exception>
    public static async Task<WorkerBroker> StartAsync(DemoRequest request, CancellationToken cancellationToken)
        => new(request.Workers > 0 && NeedsRedis(request.Configuration)
            ? await EmbeddedRedisServer.StartAsync(new() { Folder = Path.Combine(request.DataFolder, "redis") }, cancellationToken)
            : null);

    public ValueTask DisposeAsync() => Redis?.DisposeAsync() ?? ValueTask.CompletedTask;

    private static bool NeedsRedis(IConfiguration configuration)
    {
        if (Is("InMemory"))
            throw new HubStartException($"--workers starts other processes, which {TransportKey} = InMemory does not reach: leave {TransportKey} unset, then a private Redis is used, or name a broker.");
        return !Has(RedisKey) && (Is("Redis") || (!Has(TransportKey) && !Has(RabbitMqKey)));

        bool Is(string transport) => string.Equals(configuration[TransportKey], transport, StringComparison.OrdinalIgnoreCase);

        bool Has(string key) => !string.IsNullOrWhiteSpace(configuration[key]);
    }
}
