using System.Collections.Concurrent;
using Hub.Adapters.Messaging.Redis.Connection;
using Hub.Adapters.Messaging.Redis.Queues;
using Hub.Adapters.Messaging.Redis.Scripts;
using Hub.Adapters.Messaging.Redis.Topology;
using MassTransit;
using Microsoft.Extensions.Logging;
using StackExchange.Redis;

namespace Hub.Adapters.Messaging.Redis;

/// <summary>What the contexts of one bus share: its connection, its readers, what it has declared.</summary>
internal sealed partial class RedisTransport(RedisConnection connection, KnownTopology topology, RedisBroker broker, RedisMetrics metrics, ILoggerFactory loggers) : IAsyncDisposable
{
    private static readonly TimeSpan MaintenanceInterval = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan GoneAfter = TimeSpan.FromMinutes(10);
    private readonly ConcurrentDictionary<string, EndpointLimits> _limits = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, QueueReader> _readers = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, long> _ids = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<long, string> _names = [];
    private readonly ConcurrentDictionary<Task, byte> _abandoning = [];
    private readonly ConcurrentDictionary<string, byte> _channels = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, byte> _temporary = new(StringComparer.Ordinal);
    private readonly SendSlots _slots = new();
    private readonly ILogger<RedisTransport> _logger = loggers.CreateLogger<RedisTransport>();
    private long _lastId;

    public RedisConnection Connection => connection;

    public KnownTopology Topology => topology;

    public PublishedTypes Published { get; } = new();

    /// <summary>Notes what an endpoint asks of its queue.</summary>
    public void Note(string queue, EndpointLimits limits) => _limits[queue] = limits;

    /// <summary>True when an endpoint of this process reads the queue.</summary>
    public bool Reads(string queue) => _limits.ContainsKey(queue);

    /// <summary>Notes that the queue is another process's for its time.</summary>
    public void NoteTemporary(string queue) => _temporary.TryAdd(queue, 0);

    /// <summary>The number by which the engine speaks of a queue. Of this process only: numbers kept in Redis would change when it is emptied.</summary>
    public long IdOf(string queue) => _ids.GetOrAdd(queue, name =>
    {
        var id = Interlocked.Increment(ref _lastId);
        _names[id] = name;
        return id;
    });

    public async Task WaitForMessagesAsync(long queueId, TimeSpan timeout, CancellationToken cancellationToken)
    {
        if (_names.TryGetValue(queueId, out var queue) && _readers.TryGetValue(queue, out var reader))
            await reader.WaitAsync(timeout, cancellationToken);
        else
            await Task.Delay(timeout, connection.Clock, cancellationToken);
    }

    /// <summary>Begins to read a queue.</summary>
    /// <exception cref="ConnectionException">Redis is away.</exception>
    public async Task<QueueReader> OpenReaderAsync(string queue, CancellationToken cancellationToken)
    {
        var reader = new QueueReader(connection, topology, metrics, queue, _limits[queue], loggers.CreateLogger<QueueReader>());
        if (_readers.TryGetValue(queue, out var former))
            AbandonReader(former);
        _readers[queue] = reader;
        // Before the first look: what arrives after it must be heard of.
        await ListenAsync($"wake:{queue}", message => Wake(queue, message), cancellationToken);
        await ListenAsync("repair", message => _ = RepairAsync(), cancellationToken);
        return reader;
    }

    public Task CloseReaderAsync(string queue) => _readers.TryGetValue(queue, out var reader) ? reader.CloseAsync() : Task.CompletedTask;

    /// <summary>Gives back everything the reader holds, in the background; <see cref="AbandonReadersAsync"/> waits for it.</summary>
    public void AbandonReader(QueueReader reader)
    {
        _readers.TryRemove(new(reader.Queue, reader));
        var abandoning = Task.Run(reader.AbandonAsync);
        _abandoning.TryAdd(abandoning, 0);
        _ = abandoning.ContinueWith(done => _abandoning.TryRemove(done, out _), TaskScheduler.Default);
    }

    public async Task AbandonReadersAsync()
    {
        foreach (var reader in _readers.Values)
            AbandonReader(reader);
        await Task.WhenAll(_abandoning.Keys);
    }

    /// <summary>A host that gives up on a handler that does not end still gives its message back.</summary>
    public async ValueTask DisposeAsync() => await AbandonReadersAsync();

    /// <summary>Sends a message; waits for Redis until cancelled. Arrives once, however often the answer is lost.</summary>
    /// <param name="message">From the kind of its destination on, as the script <c>send</c> wants it.</param>
    /// <param name="cancellationToken">Ends the waiting; the message may have arrived or not.</param>
    /// <exception cref="TransportException">Redis has no memory left, or refuses.</exception>
    public async Task SendAsync(RedisValue[] message, CancellationToken cancellationToken)
    {
        var slot = await _slots.TakeAsync(cancellationToken);
        try
        {
            RedisValue[] arguments = [_slots.Producer, slot.Number, slot.Sequence, .. message];
            try
            {
                await connection.RunUntilAnsweredAsync(RedisScript.Send, arguments, () => false, cancellationToken);
            }
            catch (TopologyLostException) when (_temporary.ContainsKey((string)message[1]!))
            {
                // Whoever waited for it has gone.
                return;
            }
            catch (TopologyLostException)
            {
                await topology.RepairAsync(cancellationToken);
                await connection.RunUntilAnsweredAsync(RedisScript.Send, arguments, () => false, cancellationToken);
            }

            metrics.Sent((string)message[1]!);
        }
        catch (TopologyLostException exception)
        {
            throw new TransportException(connection.Address, $"There is no such queue or topic in Redis: {exception.Message}", exception);
        }
        finally
        {
            _slots.Return(slot);
        }
    }

    /// <summary>Measures, and clears away what nobody uses any more, until stopped.</summary>
    public async Task MaintainAsync(CancellationToken stopping)
    {
        var clearedAt = connection.Clock.GetTimestamp();
        while (!stopping.IsCancellationRequested)
        {
            try
            {
                await Task.Delay(MaintenanceInterval, connection.Clock, stopping);
                await connection.RunAsync(RedisScript.Tidy, [], stopping);
                metrics.Measured(await broker.MeasureAsync(stopping));
                if (connection.Clock.GetElapsedTime(clearedAt) >= GoneAfter)
                {
                    foreach (var queue in _readers.Keys)
                        await connection.RunAsync(RedisScript.Leave, [queue, "", (long)GoneAfter.TotalMilliseconds], stopping);
                    clearedAt = connection.Clock.GetTimestamp();
                }
            }
            catch (OperationCanceledException) when (stopping.IsCancellationRequested)
            {
                return;
            }
            catch (ConnectionException)
            {
                // Said by the connection.
            }
            catch (Exception exception)
            {
                MaintenanceFailed(_logger, exception);
            }
        }
    }

    private void Wake(string queue, string message)
    {
        if (_readers.TryGetValue(queue, out var reader))
            reader.Wake(message == "released");
    }

    private async Task ListenAsync(string channel, Action<string> heard, CancellationToken cancellationToken)
    {
        if (!_channels.TryAdd(channel, 0))
            return;
        try
        {
            await connection.SubscribeAsync(channel, heard, cancellationToken);
        }
        catch
        {
            _channels.TryRemove(channel, out _);
            throw;
        }
    }

    private void WakeAll()
    {
        foreach (var reader in _readers.Values)
            reader.Wake(isReleased: false);
    }

    private async Task RepairAsync()
    {
        // Called by the connection, which must not be held up.
        await Task.Yield();
        try
        {
            await topology.RepairAsync(CancellationToken.None);
        }
        catch (Exception exception)
        {
            // The readers find out for themselves at their next look.
            MaintenanceFailed(_logger, exception);
        }

        // Also when nothing lacked: another process may have made what this one waits at, without the mark that it waits.
        WakeAll();
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The upkeep of the queues failed; it is tried again")]
    private static partial void MaintenanceFailed(ILogger logger, Exception exception);
}
