namespace Hub.Modules.Subtitle.Persistence;

/// <summary>A moment of a tournament that captions were decided for. Its row is what makes it happen once.</summary>
internal sealed class TournamentMoment
{
    /// <summary>The trigger's id, e.g. <c>WSOP_2026_E12_ME/level/9</c>.</summary>
    public required string TriggerId { get; init; }

    public required string EventCode { get; init; }

    /// <summary>The trigger's word, e.g. <c>level_change</c>.</summary>
    public required string TriggerType { get; init; }

    public required DateTimeOffset SeenAt { get; init; }
}
