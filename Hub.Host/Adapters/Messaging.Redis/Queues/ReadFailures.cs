using Hub.Adapters.Messaging.Redis.Connection;
using Hub.Adapters.Messaging.Redis.Topology;
using Microsoft.Extensions.Logging;

namespace Hub.Adapters.Messaging.Redis.Queues;

/// <summary>What follows when a queue could not be read: it is told once, what is missing in Redis is made anew, and the next look waits.</summary>
internal sealed partial class ReadFailures(string queue, KnownTopology topology, LookTimes times, ILogger<QueueReader> logger)
{
    private static readonly TimeSpan RetryPause = TimeSpan.FromSeconds(1);
    private bool _isFailing;
    private bool _isRepaired;

    /// <summary>A receive whose answer was lost may have given messages that nobody here knows of.</summary>
    public bool MayHoldUnknown { get; private set; }

    /// <summary>Unknown messages were given back.</summary>
    public void DisownedUnknown() => MayHoldUnknown = false;

    /// <summary>The queue was read.</summary>
    public void End()
    {
        if (_isFailing)
            Recovered(logger, queue);
        (_isFailing, _isRepaired) = (false, false);
    }

    /// <param name="exception">Why it could not be read.</param>
    /// <param name="isClosed">The reader takes no more: nothing is worth repairing or telling.</param>
    /// <returns>True when the cause was mended and the queue is worth another look at once.</returns>
    public async Task<bool> AddAsync(Exception exception, bool isClosed)
    {
        MayHoldUnknown = true;
        times.Fail(RetryPause);
        if (isClosed)
            return false;
        if (exception is TopologyLostException && await RepairAsync() is var refused)
        {
            // At once, but not again and again: what a repair does not cure is waited for.
            if (refused is null && !_isRepaired)
                return _isRepaired = true;
            exception = refused ?? exception;
        }

        if (!_isFailing)
            CannotRead(logger, queue, exception.Message);
        _isFailing = true;
        return false;
    }

    /// <returns>Why it could not be repaired, or null.</returns>
    private async Task<Exception?> RepairAsync()
    {
        try
        {
            await topology.RepairAsync(CancellationToken.None);
            return null;
        }
        catch (Exception exception)
        {
            return exception;
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Queue {Queue} cannot be read: {Reason}")]
    private static partial void CannotRead(ILogger logger, string queue, string reason);

    [LoggerMessage(Level = LogLevel.Information, Message = "Queue {Queue} is read again")]
    private static partial void Recovered(ILogger logger, string queue);
}
