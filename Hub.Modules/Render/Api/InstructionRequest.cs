namespace Hub.Modules.Render.Api;

/// <summary>A clip that a person or a program asks for by hand. What is left out is the template's.</summary>
internal sealed record InstructionRequest
{
    /// <summary>Template to render.</summary>
    public string? TemplateName { get; init; }

    /// <summary>Field name → text, or name of a picture.</summary>
    public IReadOnlyDictionary<string, string?>? Fields { get; init; }

    /// <summary>mov_alpha (default), prores_4444, png_sequence or mp4.</summary>
    public string? Format { get; init; }

    /// <summary>0 to 100, for prores_4444 and mp4.</summary>
    public int? Quality { get; init; }

    /// <summary>Pixels, 16 to 8192.</summary>
    public int? Width { get; init; }

    /// <summary>Pixels, 16 to 8192.</summary>
    public int? Height { get; init; }

    /// <summary>1 to 120.</summary>
    public int? FramesPerSecond { get; init; }

    /// <summary>Length in frames.</summary>
    public int? DurationFrames { get; init; }

    /// <summary>1 (highest) to 10 (lowest).</summary>
    public int? Priority { get; init; }

    /// <summary>When the clip is needed, with the offset from UTC: <c>2026-11-25T18:30:00Z</c>.</summary>
    public string? NeededAt { get; init; }

    /// <summary>Name for a copy in the clip folder.</summary>
    public string? OutputFilename { get; init; }
}
