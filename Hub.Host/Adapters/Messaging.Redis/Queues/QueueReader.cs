using System.Collections.Concurrent;
using Hub.Adapters.Messaging.Redis.Connection;
using Hub.Adapters.Messaging.Redis.Scripts;
using Hub.Adapters.Messaging.Redis.Topology;
using MassTransit;
using Microsoft.Extensions.Logging;
using StackExchange.Redis;

namespace Hub.Adapters.Messaging.Redis.Queues;

/// <summary>
/// Reads one queue for one receive endpoint: hands out as many messages as may run, holds some more ready, settles them, and gives back what
/// was not begun when the endpoint stops.
/// </summary>
/// <remarks>
/// The bus reads again only when a message it has handed out has ended, and blocks a thread when it believes all its places taken. So it is told
/// that there are more places than there are (<see cref="Bus.EndpointObserver"/>), and the counting is done here: one slow message holds one place.
/// </remarks>
internal sealed partial class QueueReader
{
    /// <summary>The time since an entry was last touched at which it counts as abandoned; locks are set by it. The longest lock there can be.</summary>
    public static readonly TimeSpan Lease = TimeSpan.FromHours(1);

    private static readonly TimeSpan LongestLook = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan RetryPause = TimeSpan.FromSeconds(1);

    private readonly Lock _gate = new();
    private readonly List<Delivery> _ready = [];
    private readonly ConcurrentDictionary<Guid, Delivery> _begun = [];
    private readonly RedisConnection _connection;
    private readonly KnownTopology _topology;
    private readonly RedisMetrics _metrics;
    private readonly EndpointLimits _limits;
    private readonly WakeSignal _signal;
    private readonly TimeProvider _clock;
    private readonly ILogger<QueueReader> _logger;
    private readonly AcknowledgeBatcher _acknowledgements;
    private readonly TimeSpan _lookForAbandoned;
    private readonly ITimer _renewal;
    private Task _filling = Task.CompletedTask;
    private volatile bool _isClosed;
    private int _mustLook = 1;
    private int _takeOver = 1;
    private int _isRenewing;
    private bool _isDrained;
    private bool _mayHoldUnknown;
    private bool _isFailing;
    private long _lookAgainAt;
    private long _tookOverAt;
    private long _extendedAt;

    public QueueReader(
        RedisConnection connection, KnownTopology topology, RedisMetrics metrics, string queue, EndpointLimits limits, WakeSignal signal, ILogger<QueueReader> logger)
    {
        _connection = connection;
        _topology = topology;
        _metrics = metrics;
        _limits = limits;
        _signal = signal;
        _clock = connection.Clock;
        _logger = logger;
        Queue = queue;
        Consumer = $"{Environment.MachineName}-{Environment.ProcessId}-{Guid.NewGuid().ToString("N")[..8]}";
        _acknowledgements = new((script, arguments) => RunUntilAnsweredAsync(script, arguments), queue, Consumer);
        _lookForAbandoned = limits.Lock / 4 < LongestLook ? limits.Lock / 4 : LongestLook;
        var keepEvery = (limits.Life ?? limits.Lock) < limits.Lock ? limits.Life!.Value / 4 : limits.Lock / 4;
        // Rings may have been missed while the server was away.
        connection.Restored += Look;
        _renewal = _clock.CreateTimer(_ => _ = KeepAsync(), null, keepEvery, keepEvery);
    }

    public string Queue { get; }

    /// <summary>This reader's name in the consumer group; no other ever has it.</summary>
    public string Consumer { get; }

    private int FreePlaces => _limits.Concurrency - _begun.Count;

    /// <summary>Something may have come: look at the queue.</summary>
    /// <param name="isReleased">Others gave messages back, which are found only by taking over.</param>
    public void Wake(bool isReleased)
    {
        if (isReleased)
            Volatile.Write(ref _takeOver, 1);
        Volatile.Write(ref _mustLook, 1);
        _signal.Raise();
    }

    /// <summary>Messages to begin now; none when no place is free or nothing is there.</summary>
    public async Task<IReadOnlyList<Delivery>> TakeAsync(int limit)
    {
        _signal.Lower();
        var places = Math.Min(limit, FreePlaces);
        if (places <= 0 || _isClosed)
            return [];

        if (ReadyCount < places && IsWorthLooking)
            await FillAsync(isAwaited: true);
        var taken = await StillOursAsync(Begin(places));
        if (ReadyCount <= (_limits.Prefetch - _limits.Concurrency) / 2 && IsWorthLooking && _limits.Prefetch > _limits.Concurrency)
            _ = FillAsync(isAwaited: false);
        return taken;
    }

    /// <summary>Waits until it is worth taking again.</summary>
    public Task WaitAsync(TimeSpan atMost, CancellationToken cancellationToken)
    {
        if (FreePlaces > 0 && !_isClosed)
        {
            var untilLook = TimeSpan.FromTicks(Math.Max(TimeSpan.TicksPerMillisecond, _clock.GetElapsedTime(_clock.GetTimestamp(), Volatile.Read(ref _lookAgainAt)).Ticks));
            atMost = untilLook < atMost ? untilLook : atMost;
        }

        return _signal.WaitAsync(atMost, _clock, cancellationToken);
    }

    /// <summary>Ends a delivery whose message has had its effect. False when it had been lost.</summary>
    public Task<bool> AcknowledgeAsync(Guid lockId) => SettleAsync(lockId, _acknowledgements.AcknowledgeAsync);

    /// <summary>Moves the message to the queue with <paramref name="suffix"/>.</summary>
    public Task<bool> MoveAsync(Guid lockId, string suffix, string headers)
        => SettleAsync(lockId, async delivery => await IsDoneAsync(RedisScript.Move, [Queue, Consumer, .. delivery.Words, suffix, headers]));

    /// <summary>Puts the message back into the queue.</summary>
    /// <param name="lockId">Delivery.</param>
    /// <param name="delay">Until it may be taken again.</param>
    /// <param name="headers">Its new transport headers.</param>
    /// <param name="isCounted">The delivery counts towards the limit.</param>
    public Task<bool> UnlockAsync(Guid lockId, TimeSpan delay, string headers, bool isCounted)
        => SettleAsync(lockId, async delivery => await IsDoneAsync(
            RedisScript.Unlock,
            [Queue, Consumer, .. delivery.Words, (long)delay.TotalMilliseconds, headers, isCounted ? delivery.Count + delivery.CountBefore : 0, _limits.DeliveryLimit]));

    /// <summary>Keeps a message that is being worked on. False when it belongs to somebody else now.</summary>
    public async Task<bool> RenewAsync(Guid lockId)
    {
        if (!_begun.TryGetValue(lockId, out var delivery))
            return false;
        if ((await RenewAsync([delivery], () => _isClosed)).Count > 0)
            return true;

        // The bus says nothing more of such a message: its place is free.
        _metrics.Lost(Queue);
        Forget(lockId);
        return false;
    }

    /// <summary>Takes no more, and gives back what was not begun.</summary>
    public async Task CloseAsync()
    {
        if (_isClosed)
            return;
        _isClosed = true;
        _connection.Restored -= Look;
        await _renewal.DisposeAsync();
        _signal.Raise();
        await _filling.WaitAsync(_connection.Settings.OperationTimeout, _clock).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await ReleaseAsync(Unbegun());
    }

    /// <summary>Gives everything back: nobody works on it any more.</summary>
    public async Task AbandonAsync()
    {
        await CloseAsync();
        List<Delivery> abandoned = [.. _begun.Values];
        _begun.Clear();
        await ReleaseAsync(abandoned);
        await QuietlyAsync(() => _connection.RunAsync(RedisScript.Leave, [Queue, Consumer, (long)Lease.TotalMilliseconds], CancellationToken.None));
    }

    private int ReadyCount
    {
        get
        {
            lock (_gate)
                return _ready.Count;
        }
    }

    private bool IsWorthLooking => !_isClosed && (!_isDrained || Volatile.Read(ref _mustLook) == 1 || _clock.GetTimestamp() >= Volatile.Read(ref _lookAgainAt));

    private void Look(object? sender, EventArgs restored) => Wake(isReleased: false);

    private List<Delivery> Begin(int atMost)
    {
        List<Delivery> begun;
        lock (_gate)
        {
            // Known as ready or as begun at any time: what is neither is not ours (DisownUnknownAsync).
            begun = _ready.GetRange(0, Math.Min(atMost, _ready.Count));
            _ready.RemoveRange(0, begun.Count);
            foreach (var delivery in begun)
                _begun.TryAdd(delivery.LockId, delivery);
        }

        return begun;
    }

    private List<Delivery> Unbegun()
    {
        lock (_gate)
        {
            List<Delivery> unbegun = [.. _ready];
            _ready.Clear();
            return unbegun;
        }
    }

    /// <summary>One look at a time.</summary>
    /// <param name="isAwaited">The caller waits for it; otherwise whoever waits for work has to be told.</param>
    private Task FillAsync(bool isAwaited)
    {
        lock (_gate)
            return _filling = _filling.IsCompleted ? Task.Run(() => LookAsync(isAwaited)) : _filling;
    }

    private async Task LookAsync(bool isAwaited)
    {
        try
        {
            if (_mayHoldUnknown)
                await DisownUnknownAsync();
            await ReceiveAsync();
            if (_isFailing)
                Recovered(_logger, Queue);
            _isFailing = false;
        }
        catch (TopologyLostException)
        {
            await RepairAsync();
        }
        catch (Exception exception)
        {
            Fail(exception);
        }

        if (!isAwaited)
            _signal.Raise();
    }

    private async Task ReceiveAsync()
    {
        var askedAt = _clock.GetTimestamp();
        var extends = MustExtend(askedAt);
        int wanted, places;
        lock (_gate)
        {
            wanted = Math.Max(0, _limits.Prefetch - _begun.Count - _ready.Count);
            places = Math.Max(1, FreePlaces - _ready.Count);
        }

        if (wanted == 0 && !extends)
            return;
        Volatile.Write(ref _mustLook, 0);
        var takesOver = Interlocked.Exchange(ref _takeOver, 0) == 1 || _clock.GetElapsedTime(_tookOverAt, askedAt) >= _lookForAbandoned;

        RedisValue[] arguments =
        [
            Queue, Consumer, wanted, (long)_limits.Lock.TotalMilliseconds, (long)Lease.TotalMilliseconds, _limits.DeliveryLimit, takesOver ? 1 : 0,
            (long)_lookForAbandoned.TotalMilliseconds, places, extends ? (long)_limits.Life!.Value.TotalMilliseconds : 0, TransportHeaders.OverDeliveryLimit,
        ];
        RedisResult[] reply;
        try
        {
            reply = (RedisResult[])(await _connection.RunAsync(RedisScript.Receive, arguments, CancellationToken.None))!;
        }
        catch (Exception exception) when (exception is ConnectionException or TopologyLostException)
        {
            // Some lanes may have been read before the failure.
            _mayHoldUnknown = true;
            throw;
        }

        if (takesOver)
            _tookOverAt = askedAt;
        if (extends)
            _extendedAt = askedAt;
        Accept(reply, askedAt);
        if (_isClosed)
            await ReleaseAsync(Unbegun());
    }

    private void Accept(RedisResult[] reply, long askedAt)
    {
        var untilLook = (long)reply[1];
        if ((long)reply[2] is > 0 and var putAside)
        {
            PutAside(_logger, Queue, putAside, _limits.DeliveryLimit);
            _metrics.PutAside(Queue, putAside);
        }

        var deliveries = reply[3..].Select(entry => new Delivery((RedisResult[])entry!, Queue, askedAt)).ToList();
        var takenOver = deliveries.Count(delivery => delivery.IsTakenOver);
        lock (_gate)
        {
            // What was taken over has waited longest.
            _ready.InsertRange(0, deliveries.Where(delivery => delivery.IsTakenOver));
            _ready.AddRange(deliveries.Where(delivery => !delivery.IsTakenOver));
        }

        _metrics.Received(Queue, deliveries.Count);
        if (takenOver > 0)
        {
            TakenOver(_logger, Queue, takenOver);
            _metrics.TakenOver(Queue, takenOver);
        }

        var pause = _connection.Settings.PollingInterval;
        if (_limits.Life / 4 < pause)
            pause = _limits.Life!.Value / 4;
        if (untilLook >= 0 && TimeSpan.FromMilliseconds(untilLook) < pause)
            pause = TimeSpan.FromMilliseconds(untilLook);
        LookAgainIn(pause);
        _isDrained = (long)reply[0] == 1;
    }

    private void LookAgainIn(TimeSpan pause)
        => Volatile.Write(ref _lookAgainAt, _clock.GetTimestamp() + (long)(pause.TotalSeconds * _clock.TimestampFrequency));

    private void Fail(Exception exception)
    {
        _isDrained = true;
        LookAgainIn(RetryPause);
        if (!_isFailing && !_isClosed)
            CannotRead(_logger, Queue, exception.Message);
        _isFailing = true;
    }

    private async Task RepairAsync()
    {
        try
        {
            await _topology.RepairAsync(CancellationToken.None);
            Wake(isReleased: true);
        }
        catch (Exception exception)
        {
            Fail(exception);
        }
    }

    /// <summary>A receive whose answer was lost may have given this consumer messages that it knows nothing of.</summary>
    private async Task DisownUnknownAsync()
    {
        List<RedisValue> arguments = [Queue, Consumer, (long)Lease.TotalMilliseconds];
        lock (_gate)
        {
            foreach (var delivery in _ready.Concat(_begun.Values))
                arguments.AddRange(delivery.Lane, delivery.Id);
        }

        await _connection.RunAsync(RedisScript.Disown, [.. arguments], CancellationToken.None);
        _mayHoldUnknown = false;
        Volatile.Write(ref _takeOver, 1);
    }

    /// <summary>Begins deliveries; those that waited long are renewed first, for the bus renews them late.</summary>
    private async Task<IReadOnlyList<Delivery>> StillOursAsync(List<Delivery> taken)
    {
        if (taken.Count == 0 || !taken.Exists(delivery => _clock.GetElapsedTime(delivery.LockedAt) > _limits.Lock / 5))
            return taken;

        HashSet<Delivery> renewed;
        try
        {
            renewed = await RenewAsync(taken, () => true);
        }
        catch (Exception exception)
        {
            // Whether they are still ours cannot be said now: nothing is begun; their locks run out.
            Fail(exception);
            _mayHoldUnknown = true;
            renewed = [];
        }

        foreach (var lost in taken.Where(delivery => !renewed.Contains(delivery)))
            _begun.TryRemove(lost.LockId, out _);
        return [.. taken.Where(renewed.Contains)];
    }

    private bool MustExtend(long at) => _limits.Life is { } life && (_extendedAt == 0 || _clock.GetElapsedTime(_extendedAt, at) >= life / 4);

    /// <summary>Keeps what is ours while no message is taken: the locks of those that are ready, the queue when it is a temporary one.</summary>
    private async Task KeepAsync()
    {
        if (Interlocked.Exchange(ref _isRenewing, 1) == 1)
            return;
        try
        {
            if (!_isClosed && MustExtend(_clock.GetTimestamp()))
                await FillAsync(isAwaited: false);
            Delivery[] waiting;
            lock (_gate)
                waiting = [.. _ready];
            if (waiting.Length > 0 && !_isClosed)
                await RenewAsync(waiting, () => true);
        }
        catch (Exception exception) when (exception is ConnectionException or TransportException or TopologyLostException or OperationCanceledException)
        {
            // They are renewed or refused when their turn comes.
        }
        finally
        {
            Volatile.Write(ref _isRenewing, 0);
        }
    }

    private async Task<HashSet<Delivery>> RenewAsync(IReadOnlyList<Delivery> deliveries, Func<bool> givesUp)
    {
        var askedAt = _clock.GetTimestamp();
        RedisValue[] arguments = [Queue, Consumer, (long)_limits.Lock.TotalMilliseconds, (long)Lease.TotalMilliseconds, .. deliveries.SelectMany(delivery => delivery.Words)];
        var results = (RedisResult[])(await _connection.RunUntilAnsweredAsync(RedisScript.Renew, arguments, givesUp, CancellationToken.None))!;
        HashSet<Delivery> renewed = [.. deliveries.Where((_, index) => (long)results[index] == 1)];
        foreach (var delivery in renewed)
            delivery.LockedAt = askedAt;
        return renewed;
    }

    private async Task ReleaseAsync(List<Delivery> deliveries)
    {
        if (deliveries.Count > 0)
            await QuietlyAsync(() => _connection.RunAsync(RedisScript.Release, [Queue, Consumer, (long)Lease.TotalMilliseconds, .. deliveries.SelectMany(delivery => delivery.Words)], CancellationToken.None));
    }

    private async Task<bool> SettleAsync(Guid lockId, Func<Delivery, Task<bool>> settle)
    {
        if (!_begun.TryGetValue(lockId, out var delivery))
            return false;
        try
        {
            return await settle(delivery);
        }
        finally
        {
            Forget(lockId);
        }
    }

    private void Forget(Guid lockId)
    {
        _begun.TryRemove(lockId, out _);
        _signal.Raise();
    }

    private async Task<bool> IsDoneAsync(RedisScript script, RedisValue[] arguments) => (long)await RunUntilAnsweredAsync(script, arguments) == 1;

    /// <summary>Once closed, the first failure is the last: a stop does not wait for Redis.</summary>
    private Task<RedisResult> RunUntilAnsweredAsync(RedisScript script, RedisValue[] arguments)
        => _connection.RunUntilAnsweredAsync(script, arguments, () => _isClosed, CancellationToken.None);

    private async Task QuietlyAsync(Func<Task> step)
    {
        try
        {
            await step();
        }
        catch (Exception exception)
        {
            NotGivenBack(_logger, Queue, exception.Message);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Queue {Queue} cannot be read: {Reason}")]
    private static partial void CannotRead(ILogger logger, string queue, string reason);

    [LoggerMessage(Level = LogLevel.Information, Message = "Queue {Queue} is read again")]
    private static partial void Recovered(ILogger logger, string queue);

    [LoggerMessage(Level = LogLevel.Information, Message = "{Count} messages of queue {Queue} were taken over from consumers that gave no sign of life or stopped")]
    private static partial void TakenOver(ILogger logger, string queue, int count);

    [LoggerMessage(Level = LogLevel.Error, Message = "{Count} messages of queue {Queue} went to its error queue: begun {Limit} times and never ended")]
    private static partial void PutAside(ILogger logger, string queue, long count, int limit);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Messages of queue {Queue} could not be given back ({Reason}); others take them over when their locks run out")]
    private static partial void NotGivenBack(ILogger logger, string queue, string reason);
}
