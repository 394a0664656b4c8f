using System.Linq.Expressions;
using Hub.Contracts.Monitoring;
using Hub.Modules.Monitoring.Persistence;

namespace Hub.Modules.Monitoring.Alerts.Api;

/// <summary>An alert as people see it.</summary>
internal sealed record AlertView
{
    public required long Id { get; init; }

    /// <summary>What kind of thing; docs/operations.md says what to do.</summary>
    public required string Code { get; init; }

    /// <summary>The highest it was raised with.</summary>
    public required AlertSeverity Severity { get; init; }

    /// <summary>What it is about.</summary>
    public required string Subject { get; init; }

    /// <summary>What is wrong and what to do, as told last.</summary>
    public required string Text { get; init; }

    /// <summary>How often it was raised.</summary>
    public required long Count { get; init; }

    public required DateTimeOffset FirstSeenAt { get; init; }

    public required DateTimeOffset LastSeenAt { get; init; }

    /// <summary>Null while it is open.</summary>
    public DateTimeOffset? ResolvedAt { get; init; }

    /// <summary>A login, or <c>hub</c> when the hub found that it is over.</summary>
    public string? ResolvedBy { get; init; }

    /// <summary>What has become of it.</summary>
    public string? Resolution { get; init; }

    public static Expression<Func<Alert, AlertView>> FromRow { get; } = alert => new AlertView
    {
        Id = alert.Id,
        Code = alert.Code,
        Severity = alert.Severity,
        Subject = alert.Subject,
        Text = alert.Text,
        Count = alert.Count,
        FirstSeenAt = alert.FirstSeenAt,
        LastSeenAt = alert.LastSeenAt,
        ResolvedAt = alert.ResolvedAt,
        ResolvedBy = alert.ResolvedBy,
        Resolution = alert.Resolution,
    };
}
