using Hub.Contracts.Monitoring;

namespace Hub.Modules.Monitoring.Alerts.Sending;

/// <summary>Somebody who is told of alerts.</summary>
internal interface IAlertTarget
{
    /// <summary>Unique, and no secret.</summary>
    string Name { get; }

    /// <summary>Alerts below are none of its business.</summary>
    AlertSeverity LeastSeverity { get; }

    /// <summary>Tells all of <paramref name="notices"/> in one message. Returns when the target has taken it.</summary>
    /// <exception cref="TargetException">It was not taken; the message holds no secret.</exception>
    /// <exception cref="OperationCanceledException">Nobody knows whether it was taken.</exception>
    Task SendAsync(IReadOnlyList<AlertNotice> notices, CancellationToken cancellationToken);
}
