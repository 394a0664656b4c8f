using Hub.Adapters.Messaging.Redis;
using Hub.Modules.Kernel;
using MassTransit;

namespace Hub.Host.Messaging;

/// <summary>Knows whether this host reaches its broker, and says when that changes.</summary>
internal sealed partial class BrokerContact(IBusControl bus, Transport transport, TimeProvider clock, ILogger<BrokerContact> logger, IRedisBroker? redis = null)
    : ResilientBackgroundService(clock, logger), IBrokerStatus
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(1);

    // A bus that starts, or reconnects at once, is not worth a word.
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(3);

    private AwayTime? _away;
    private bool _isReported;

    public string Description => transport.HasBroker ? $"{transport.Kind} at {bus.Address.Authority}" : "in memory";

    public DateTimeOffset? AwaySince => Volatile.Read(ref _away)?.Since;

    protected override Task RunOnceAsync(CancellationToken stoppingToken)
    {
        if (bus.CheckHealth().Status == BusHealthStatus.Healthy && redis is null or { IsConnected: true })
            NoteBack();
        else
            NoteAway();
        return Task.Delay(Interval, Clock, stoppingToken);
    }

    private void NoteAway()
    {
        _away ??= new(Clock.GetUtcNow());
        if (_isReported || Clock.GetUtcNow() - _away.Since < Grace)
            return;
        _isReported = true;
        var broker = Description;
        Away(logger, broker);
    }

    private void NoteBack()
    {
        if (_isReported)
        {
            var (broker, seconds) = (Description, (Clock.GetUtcNow() - _away!.Since).TotalSeconds);
            Back(logger, broker, seconds);
        }

        (_away, _isReported) = (null, false);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The broker is away: {Broker}. Messages wait in the database; clips that are being rendered go on")]
    private static partial void Away(ILogger logger, string broker);

    [LoggerMessage(Level = LogLevel.Information, Message = "The broker is back after {Seconds:0} s: {Broker}. What has waited is delivered now")]
    private static partial void Back(ILogger logger, string broker, double seconds);

    /// <summary>Boxed, to be read and written whole by several threads.</summary>
    private sealed record AwayTime(DateTimeOffset Since);
}
