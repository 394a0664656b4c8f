namespace Hub.Modules.Subtitle.Persistence;

/// <summary>A line of the broadcast schedule, in the venue's local time.</summary>
internal sealed class Broadcast
{
    public int Id { get; init; }

    public required DateOnly Date { get; init; }

    public required TimeOnly StartsAt { get; init; }

    /// <summary>Earlier than the start when it is after midnight; null when it is not known.</summary>
    public TimeOnly? EndsAt { get; init; }

    public required string Title { get; init; }

    public string? Channel { get; init; }

    /// <summary>Number of the tournament that is shown, as exported.</summary>
    public int? TournamentNumber { get; init; }

    public bool IsLive { get; init; }
}
