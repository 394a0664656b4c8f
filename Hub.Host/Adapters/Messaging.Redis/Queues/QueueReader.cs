using Hub.Adapters.Messaging.Redis.Connection;
using Hub.Adapters.Messaging.Redis.Topology;
using Microsoft.Extensions.Logging;

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
    private readonly Lock _gate = new();
    private readonly RedisConnection _connection;
    private readonly RedisMetrics _metrics;
    private readonly EndpointLimits _limits;
    private readonly WakeSignal _signal = new();
    private readonly LookTimes _times;
    private readonly HeldDeliveries _held;
    private readonly QueueCommands _commands;
    private readonly AcknowledgeBatcher _acknowledgements;
    private readonly ReadFailures _failures;
    private readonly ReceiptReport _report;
    private readonly ILogger<QueueReader> _logger;
    private readonly ITimer _keeping;
    private Task _looking = Task.CompletedTask;
    private volatile bool _isClosed;
    private int _isKeeping;

    public QueueReader(RedisConnection connection, KnownTopology topology, RedisMetrics metrics, string queue, EndpointLimits limits, ILogger<QueueReader> logger)
    {
        _connection = connection;
        _metrics = metrics;
        _limits = limits;
        _logger = logger;
        _times = new(limits, connection.Settings.PollingInterval, connection.Clock);
        _held = new(limits.Concurrency, limits.Prefetch);
        _commands = new(connection, queue, limits);
        _acknowledgements = new(_commands);
        _failures = new(queue, topology, _times, logger);
        _report = new(queue, limits, metrics, logger);
        // Rings may have been missed while the server was away.
        connection.Restored += OnRestored;
        _keeping = connection.Clock.CreateTimer(_ => _ = KeepAsync(), null, _times.KeepInterval, _times.KeepInterval);
    }

    public string Queue => _commands.Queue;

    /// <summary>Something may have come.</summary>
    /// <param name="isReleased">Others gave messages back, which are found only by taking over.</param>
    public void Wake(bool isReleased)
    {
        _times.Ring(isReleased);
        _signal.Raise();
    }

    /// <summary>Messages to begin now; none when no place is free or nothing is there.</summary>
    public async Task<IReadOnlyList<Delivery>> TakeAsync(int limit)
    {
        _signal.Lower();
        var places = Math.Min(limit, _held.FreePlaces);
        if (places <= 0 || _isClosed)
            return [];

        if (_held.ReadyCount < places && _times.IsDue)
            await LookAsync(isAwaited: true);
        var begun = await StillOursAsync(_held.Begin(_isClosed ? 0 : places));
        if (_held.IsRunningLow && _times.IsDue && !_isClosed)
            _ = LookAsync(isAwaited: false);
        return begun;
    }

    /// <summary>Waits until it is worth taking again.</summary>
    public Task WaitAsync(TimeSpan atMost, CancellationToken cancellationToken)
    {
        // Without a free place only the end of a message matters, and that raises the signal.
        if (_held.FreePlaces > 0 && !_isClosed && _times.UntilDue is var untilDue && untilDue < atMost)
            atMost = untilDue;
        return _signal.WaitAsync(atMost, _connection.Clock, cancellationToken);
    }

    /// <summary>Ends a delivery whose message has had its effect. False when it had been lost.</summary>
    public Task<bool> AcknowledgeAsync(Guid lockId) => SettleAsync(lockId, _acknowledgements.AcknowledgeAsync);

    /// <summary>Moves the message to the queue with <paramref name="suffix"/>. False when it had been lost.</summary>
    public Task<bool> MoveAsync(Guid lockId, string suffix, string headers) => SettleAsync(lockId, delivery => _commands.MoveAsync(delivery, suffix, headers));

    /// <summary>Puts the message back into the queue. False when it had been lost.</summary>
    /// <param name="lockId">Delivery.</param>
    /// <param name="delay">Until it may be taken again.</param>
    /// <param name="headers">Its new transport headers.</param>
    /// <param name="isCounted">The delivery counts towards the limit.</param>
    public Task<bool> UnlockAsync(Guid lockId, TimeSpan delay, string headers, bool isCounted)
        => SettleAsync(lockId, delivery => _commands.UnlockAsync(delivery, delay, headers, isCounted));

    /// <summary>Keeps a message that is being worked on. False when it belongs to somebody else now.</summary>
    public async Task<bool> RenewAsync(Guid lockId)
    {
        if (_held.FindBegun(lockId) is not { } delivery)
            return false;
        if ((await _commands.RenewAsync([delivery], isPatient: true)).Count > 0)
            return true;

        // The bus says nothing more of such a message: its place is free.
        _metrics.Lost(Queue);
        End(lockId);
        return false;
    }

    /// <summary>Takes no more, and gives back what was not begun.</summary>
    public async Task CloseAsync()
    {
        lock (_gate)
        {
            if (_isClosed)
                return;
            _isClosed = true;
        }

        _commands.GivesUp = true;
        _connection.Restored -= OnRestored;
        await _keeping.DisposeAsync();
        _signal.Raise();
        await _looking.WaitAsync(_connection.Settings.OperationTimeout, _connection.Clock).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await ReleaseAsync(_held.TakeReady());
    }

    /// <summary>Gives everything back: nobody works on it any more.</summary>
    public async Task AbandonAsync()
    {
        await CloseAsync();
        await ReleaseAsync(_held.TakeBegun());
        await QuietlyAsync(_commands.LeaveAsync);
    }

    private void OnRestored(object? sender, EventArgs restored) => Wake(isReleased: false);

    /// <summary>One look at a time.</summary>
    /// <param name="isAwaited">The caller waits for it; otherwise whoever waits for work has to be told.</param>
    private Task LookAsync(bool isAwaited)
    {
        lock (_gate)
            return _looking = _looking.IsCompleted ? LookOnceAsync(isAwaited) : _looking;
    }

    private async Task LookOnceAsync(bool isAwaited)
    {
        try
        {
            if (_failures.MayHoldUnknown)
            {
                await _commands.DisownAllButAsync(_held.All);
                _failures.DisownedUnknown();
            }

            await ReceiveAsync();
            _failures.End();
        }
        catch (Exception exception)
        {
            await FailAsync(exception);
        }

        if (!isAwaited)
            _signal.Raise();
    }

    private async Task ReceiveAsync()
    {
        var (wanted, places) = _held.Room;
        if (wanted == 0 && !_times.MustExtend)
            return;

        var look = _times.Begin();
        var receipt = await _commands.ReceiveAsync(wanted, places, look.TakesOver, !_held.HasSuspect, _times.TakeOverInterval, look.Extends);
        _held.Add(receipt.Deliveries);
        _times.End(look, receipt.IsDrained, receipt.UntilNext);
        // Taking over is limited to the free places: where all were filled, more may lie there.
        if (look.TakesOver && receipt.Deliveries.Count(delivery => delivery.IsTakenOver) >= places)
            _times.Ring(isReleased: true);
        _report.Add(receipt);
        if (_isClosed)
            await ReleaseAsync(_held.TakeReady());
    }

    private async Task FailAsync(Exception exception)
    {
        if (await _failures.AddAsync(exception, _isClosed))
            Wake(isReleased: true);
    }

    /// <summary>Those that waited long are renewed before they begin, for the bus renews late.</summary>
    private async Task<IReadOnlyList<Delivery>> StillOursAsync(IReadOnlyList<Delivery> begun)
    {
        if (!begun.Any(delivery => _connection.Clock.GetElapsedTime(delivery.LockedAt) > _limits.Lock / 5))
            return begun;

        HashSet<Delivery> renewed = [];
        try
        {
            renewed = await _commands.RenewAsync(begun, isPatient: false);
        }
        catch (Exception exception)
        {
            // Whether they are ours cannot be said now: none begins.
            await FailAsync(exception);
        }

        foreach (var lost in begun.Where(delivery => !renewed.Contains(delivery)))
            End(lost.LockId);
        return [.. begun.Where(renewed.Contains)];
    }

    /// <summary>Keeps what is ours while no message is taken: the locks of those that are ready, the queue when it is a temporary one.</summary>
    private async Task KeepAsync()
    {
        if (_isClosed || Interlocked.Exchange(ref _isKeeping, 1) == 1)
            return;
        try
        {
            if (_times.MustExtend)
                await LookAsync(isAwaited: false);
            if (_held.Ready is { Count: > 0 } ready)
                await _commands.RenewAsync(ready, isPatient: false);
        }
        catch (Exception exception)
        {
            // They are renewed or refused when their turn comes.
            NotKept(_logger, Queue, exception.Message);
        }
        finally
        {
            Volatile.Write(ref _isKeeping, 0);
        }
    }

    private async Task<bool> SettleAsync(Guid lockId, Func<Delivery, Task<bool>> settle)
    {
        if (_held.FindBegun(lockId) is not { } delivery)
            return false;
        try
        {
            return await settle(delivery);
        }
        finally
        {
            if (delivery.IsSuspect)
                _times.Ring(isReleased: true);
            End(lockId);
        }
    }

    private void End(Guid lockId)
    {
        _held.End(lockId);
        _signal.Raise();
    }

    private Task ReleaseAsync(IReadOnlyList<Delivery> deliveries) => deliveries.Count > 0 ? QuietlyAsync(() => _commands.ReleaseAsync(deliveries)) : Task.CompletedTask;

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

    [LoggerMessage(Level = LogLevel.Debug, Message = "What is held of queue {Queue} could not be renewed: {Reason}")]
    private static partial void NotKept(ILogger logger, string queue, string reason);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Messages of queue {Queue} could not be given back ({Reason}); others take them over when their locks run out")]
    private static partial void NotGivenBack(ILogger logger, string queue, string reason);
}
