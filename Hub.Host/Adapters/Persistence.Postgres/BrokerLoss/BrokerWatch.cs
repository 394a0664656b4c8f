using Hub.Modules.Kernel;
using MassTransit;
using Microsoft.Extensions.Logging;

namespace Hub.Adapters.Persistence.Postgres.BrokerLoss;

/// <summary>
/// Once a second, on one host at a time: does the broker still hold what it was given? If not, everything unfinished travels again.
/// Noticing and sending again are separate, since no host need have every part: each part catches up where it runs.
/// </summary>
internal sealed partial class BrokerWatch(
    IBrokerProbe broker, IEnumerable<ITravellingWork> works, BrokerRecords records, BrokerMetrics metrics, TimeProvider timeProvider, ILogger<BrokerWatch> logger)
    : ResilientBackgroundService(timeProvider, logger)
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(4);

    // Less than the interval, so that a host is not late for its own look by a moment and so loses a whole round.
    private static readonly TimeSpan LeastAge = Interval * 0.9;

    private readonly IReadOnlyList<ITravellingWork> _works = [.. works];
    private TimeSpan _pause = Interval;
    private bool _isKnown;

    protected override async Task RunOnceAsync(CancellationToken stoppingToken)
    {
        if (!_isKnown)
        {
            await records.AddAsync(broker.Name, [.. _works.Select(work => work.Name)], stoppingToken);
            _isKnown = true;
        }

        await LookAsync(stoppingToken);
        await Task.WhenAll(_works.Select(work => CatchUpAsync(work, stoppingToken)));
        await Task.Delay(_pause, Clock, stoppingToken);
    }

    private async Task LookAsync(CancellationToken cancellationToken)
    {
        try
        {
            if (await records.LookAsync(broker, LeastAge, cancellationToken) is { } reason)
            {
                Report(reason);
            }

            _pause = Interval;
        }
        catch (ConnectionException exception)
        {
            // Whoever watches the connection says so; what was lost shows when the broker is back.
            NotReached(logger, broker.Name, exception);
            _pause = _pause * 2 < LongestPause ? _pause * 2 : LongestPause;
        }
    }

    private void Report(BrokerLossReason reason)
    {
        if (reason == BrokerLossReason.FirstSeen)
        {
            FirstSeen(logger, broker.Name);
            return;
        }

        metrics.Lost(reason);
        Lost(logger, broker.Name, reason);
    }

    private async Task CatchUpAsync(ITravellingWork work, CancellationToken cancellationToken)
    {
        var started = Clock.GetTimestamp();
        if (await records.RecoverAsync(broker.Name, work.Name, work.SendAgainAsync, cancellationToken) is > 0 and var count)
        {
            metrics.SentAgain(work.Name, count);
            var seconds = Clock.GetElapsedTime(started).TotalSeconds;
            SentAgain(logger, count, work.Name, seconds);
        }
    }

    [LoggerMessage(Level = LogLevel.Debug, Message = "Broker {Broker} cannot be looked at")]
    private static partial void NotReached(ILogger logger, string broker, Exception exception);

    [LoggerMessage(Level = LogLevel.Debug, Message = "Broker {Broker} is used for the first time")]
    private static partial void FirstSeen(ILogger logger, string broker);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Broker {Broker} has lost what it held ({Reason}). Everything unfinished is sent again from the database; nothing has to be done")]
    private static partial void Lost(ILogger logger, string broker, BrokerLossReason reason);

    [LoggerMessage(Level = LogLevel.Information, Message = "{Count} {Part} that were not finished are sent again, after {Seconds:0.0} s")]
    private static partial void SentAgain(ILogger logger, int count, string part, double seconds);
}
