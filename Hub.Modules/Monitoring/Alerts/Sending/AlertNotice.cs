using Hub.Contracts.Monitoring;
using Hub.Modules.Monitoring.Persistence;

namespace Hub.Modules.Monitoring.Alerts.Sending;

/// <summary>What a target is told: the news, and the alert as it is now.</summary>
internal sealed record AlertNotice
{
    /// <summary>The same in every attempt.</summary>
    public required long DeliveryId { get; init; }

    public required long AlertId { get; init; }

    public required AlertNews News { get; init; }

    public required string Code { get; init; }

    public required AlertSeverity Severity { get; init; }

    public required string Subject { get; init; }

    public required string Text { get; init; }

    public required long Count { get; init; }

    public required DateTimeOffset FirstSeenAt { get; init; }

    public required DateTimeOffset LastSeenAt { get; init; }

    public DateTimeOffset? ResolvedAt { get; init; }

    public string? ResolvedBy { get; init; }

    public string? Resolution { get; init; }
}
