namespace Hub.Modules.Subtitle.Persistence;

/// <summary>How far the captions of a PokerGFX session are decided. Its row lock makes the session's hands queue up.</summary>
internal sealed class CaptionSession
{
    public required long SessionId { get; init; }

    /// <summary>Sequence of the last hand that was decided; 0 before the first.</summary>
    public long LastDecided { get; set; }
}
