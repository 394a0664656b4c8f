namespace Hub.Contracts.Monitoring;

/// <summary>
/// Something happened, or goes on, that a person should know. Published in the transaction in which it happened. <see cref="Code"/> and
/// <see cref="Subject"/> together name an alert: while it is open, raising it again only makes it count and last longer.
/// </summary>
public sealed record AlertRaised
{
    /// <summary>What kind of thing, one of <see cref="AlertCodes"/>.</summary>
    public required string Code { get; init; }

    /// <summary>How much it matters. An open alert keeps the highest it was raised with.</summary>
    public required AlertSeverity Severity { get; init; }

    /// <summary>
    /// What it is about, as the operator knows it: a worker, a file, a template. Coarse enough that a thousand failures of one cause
    /// are one alert.
    /// </summary>
    public required string Subject { get; init; }

    /// <summary>What is wrong and what to do, in plain English. The latest one is shown.</summary>
    public required string Text { get; init; }

    /// <summary>When it happened; messages may arrive in any order.</summary>
    public required DateTimeOffset OccurredAt { get; init; }
}
