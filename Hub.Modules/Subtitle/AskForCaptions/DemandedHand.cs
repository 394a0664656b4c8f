namespace Hub.Modules.Subtitle.AskForCaptions;

/// <summary>A hand as a person names it. Only the session: its last hand that was played.</summary>
internal sealed record DemandedHand
{
    /// <summary>Session; a text, since it is too long for a JavaScript number.</summary>
    public string? SessionId { get; init; }

    /// <summary>Hand number; not unique within a session.</summary>
    public int? HandNumber { get; init; }

    /// <summary>Start in .NET ticks; a text for the same reason.</summary>
    public string? StartTicks { get; init; }
}
