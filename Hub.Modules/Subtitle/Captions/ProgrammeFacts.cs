namespace Hub.Modules.Subtitle.Captions;

/// <summary>What was entered by hand about the programme. A picture at one moment.</summary>
internal sealed record ProgrammeFacts
{
    public static readonly ProgrammeFacts Nothing = new();

    /// <summary>Where it is played, or null.</summary>
    public string? Venue { get; init; }

    /// <summary>Series that the events belong to, or null.</summary>
    public string? Series { get; init; }

    /// <summary>On duty, in the order in which they are shown.</summary>
    public IReadOnlyList<StaffMember> Commentators { get; init; } = [];

    /// <inheritdoc cref="Commentators"/>
    public IReadOnlyList<StaffMember> Reporters { get; init; } = [];

    /// <summary>Broadcasts to come, in order.</summary>
    public IReadOnlyList<ScheduledBroadcast> Schedule { get; init; } = [];
}
