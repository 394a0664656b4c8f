using System.Collections.Concurrent;
using Hub.Adapters.Messaging.Redis.Connection;
using Hub.Adapters.Messaging.Redis.Scripts;
using MassTransit;
using Microsoft.Extensions.Logging;

namespace Hub.Adapters.Messaging.Redis.Topology;

/// <summary>What this process has declared so far, and can therefore declare again when Redis has lost it.</summary>
internal sealed partial class KnownTopology(RedisConnection connection, RedisMetrics metrics, ILogger<KnownTopology> logger) : IDisposable
{
    private readonly ConcurrentDictionary<Declaration, byte> _declared = [];
    private readonly SemaphoreSlim _repairing = new(1);
    private volatile bool _isFit;

    /// <summary>Creates what is not there yet. Waits for Redis as long as it takes.</summary>
    /// <exception cref="TransportException">The server is not one that messages may be trusted to.</exception>
    public async Task DeclareAsync(Declaration declaration, CancellationToken cancellationToken)
    {
        if (_declared.ContainsKey(declaration))
            return;
        await DemandFitServerAsync(cancellationToken);
        await connection.RunUntilAnsweredAsync(RedisScript.Declare, ["0", .. declaration.Words], () => false, cancellationToken);
        _declared.TryAdd(declaration, 0);
    }

    /// <summary>Creates whatever of all that was declared is missing now, and lets the other processes do the same.</summary>
    /// <returns>Whether anything was missing.</returns>
    /// <exception cref="ConnectionException">Redis is away.</exception>
    public async Task<bool> RepairAsync(CancellationToken cancellationToken)
    {
        await _repairing.WaitAsync(cancellationToken);
        try
        {
            // Queues first: a subscription of a queue that is not there would be noticed as another loss.
            var words = _declared.Keys.OrderBy(declaration => declaration.What != "queue").SelectMany(declaration => declaration.Words);
            var lacked = (long)await connection.RunAsync(RedisScript.Declare, ["1", .. words], cancellationToken) == 1;
            if (lacked)
            {
                metrics.Repaired();
                Repaired(logger, connection.Address.Authority);
            }

            return lacked;
        }
        finally
        {
            _repairing.Release();
        }
    }

    public void Dispose() => _repairing.Dispose();

    private async Task DemandFitServerAsync(CancellationToken cancellationToken)
    {
        if (_isFit)
            return;
        try
        {
            if ((await ServerRequirements.CheckAsync(connection, cancellationToken)).FirstOrDefault(finding => finding.IsFatal) is { } fault)
                throw new TransportException(connection.Address, fault.Text);
            _isFit = true;
        }
        catch (ConnectionException)
        {
            // Away: looked at when the next declaration comes; this one waits for it.
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Redis at {Server} had lost queues or subscriptions; they were created anew")]
    private static partial void Repaired(ILogger logger, string server);
}
