using Hub.Contracts.Monitoring;

namespace Hub.Modules.Monitoring.Persistence;

/// <summary>Something a person should know, from the first word of it until it is over. Of one code and subject, one is open at a time.</summary>
internal sealed class Alert
{
    public long Id { get; init; }

    public required string Code { get; init; }

    public required string Subject { get; init; }

    /// <summary>The highest it was raised with.</summary>
    public required AlertSeverity Severity { get; init; }

    /// <summary>The latest one.</summary>
    public required string Text { get; init; }

    public required DateTimeOffset FirstSeenAt { get; init; }

    public required DateTimeOffset LastSeenAt { get; init; }

    /// <summary>
    /// How often it was raised. 0 for an alert of which only the end is known so far: word of it may still come, and must then not open
    /// one that would never end.
    /// </summary>
    public required long Count { get; init; }

    /// <summary>When targets were last given something to tell of it.</summary>
    public required DateTimeOffset ToldAt { get; init; }

    /// <summary>When it was over; null while it is open.</summary>
    public DateTimeOffset? ResolvedAt { get; init; }

    /// <summary>The login that resolved it, or <c>hub</c>.</summary>
    public string? ResolvedBy { get; init; }

    /// <summary>What has become of it.</summary>
    public string? Resolution { get; init; }
}
