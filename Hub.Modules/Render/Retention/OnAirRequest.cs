namespace Hub.Modules.Render.Retention;

/// <summary>Whether a clip is on air.</summary>
internal sealed record OnAirRequest
{
    /// <summary>True: it is, or is held for it. False: it is not any more.</summary>
    public required bool OnAir { get; init; }
}
