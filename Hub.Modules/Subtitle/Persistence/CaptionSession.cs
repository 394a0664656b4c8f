namespace Hub.Modules.Subtitle.Persistence;

/// <summary>How far the history of a PokerGFX session is worked. Its row lock makes the session's events queue up.</summary>
internal sealed class CaptionSession
{
    public required long SessionId { get; init; }

    /// <summary>Sequence of the last event that was worked; 0 before the first.</summary>
    public long LastDecided { get; set; }
}
