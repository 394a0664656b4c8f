namespace Hub.Contracts.Monitoring;

/// <summary>
/// What an <see cref="AlertRaised"/> told of is over. Closes the open alert of this code and subject, unless that was raised again after
/// <see cref="OccurredAt"/>; where none is open it changes nothing.
/// </summary>
public sealed record AlertResolved
{
    /// <summary>As it was raised.</summary>
    public required string Code { get; init; }

    /// <summary>As it was raised.</summary>
    public required string Subject { get; init; }

    /// <summary>What has become of it, in plain English.</summary>
    public required string Text { get; init; }

    /// <summary>When it was over.</summary>
    public required DateTimeOffset OccurredAt { get; init; }
}
