namespace Hub.Modules.Subtitle.AskForCaptions;

/// <summary>What a person asks for.</summary>
internal sealed record CaptionDemand
{
    /// <summary>Name of the composition, as <c>GET /api/v1/captions/compositions</c> lists them.</summary>
    public string? Template { get; init; }

    /// <summary>The hand it shall be written from.</summary>
    public DemandedHand? Hand { get; init; }

    /// <summary>Seat of the player it shall be about.</summary>
    public int? Seat { get; init; }

    /// <summary>Name of that player instead, as exported or corrected.</summary>
    public string? Player { get; init; }

    /// <summary>The tournament; left out, the one that is assigned to the hand's table.</summary>
    public string? EventCode { get; init; }

    public DemandedOptions? Options { get; init; }

    /// <summary>1 (first) to 10 (last).</summary>
    public int? Priority { get; init; }

    /// <summary>When the clip is needed, with the offset from UTC: <c>2026-11-25T18:30:00Z</c>.</summary>
    public string? NeededAt { get; init; }

    /// <summary><c>mov_alpha</c>, <c>prores_4444</c>, <c>png_sequence</c> or <c>mp4</c>.</summary>
    public string? Format { get; init; }
}
