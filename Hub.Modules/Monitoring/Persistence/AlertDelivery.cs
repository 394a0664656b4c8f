namespace Hub.Modules.Monitoring.Persistence;

/// <summary>That a target is to be told something of an alert. Written in the transaction that makes it so.</summary>
internal sealed class AlertDelivery
{
    public long Id { get; init; }

    public required long AlertId { get; init; }

    /// <summary>Name of the target.</summary>
    public required string Target { get; init; }

    public required AlertNews News { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Not before; moved on with every attempt, before it is made, so that the attempt of a host that dies comes again.</summary>
    public required DateTimeOffset DueAt { get; init; }

    /// <summary>Attempts begun.</summary>
    public int Attempts { get; init; }

    /// <summary>When the target took it.</summary>
    public DateTimeOffset? SentAt { get; init; }

    /// <summary>When it was given up.</summary>
    public DateTimeOffset? GivenUpAt { get; init; }

    /// <summary>Why the last attempt failed.</summary>
    public string? LastError { get; init; }
}
