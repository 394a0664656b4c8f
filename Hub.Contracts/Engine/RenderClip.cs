namespace Hub.Contracts.Engine;

/// <summary>One clip to render, fully resolved: the engine knows layers and files, nothing of fields or captions.</summary>
public sealed record RenderClip
{
    /// <summary>Quality of a clip that asks for none.</summary>
    public const int UsualQuality = 90;

    /// <summary>Absolute path of the composition (Lottie JSON).</summary>
    public required string CompositionFile { get; init; }

    /// <summary>Live text by layer. A layer that the composition lacks is a final error.</summary>
    public required IReadOnlyList<LayerText> Texts { get; init; }

    /// <summary>Live pictures by layer. A layer that the composition lacks is a final error.</summary>
    public IReadOnlyList<LayerImage> Images { get; init; } = [];

    /// <summary>Layers to hide: backgrounds in an alpha clip, and what belongs to empty slots.</summary>
    public required IReadOnlyList<string> HiddenLayers { get; init; }

    /// <summary>File format.</summary>
    public required ClipFormat Format { get; init; }

    /// <summary>0 to 100, for formats that lose something (ProRes, H.264); the others ignore it.</summary>
    public int Quality { get; init; } = UsualQuality;

    /// <summary>Width in pixels, 16 to 8192; even for <see cref="ClipFormat.Mp4"/>.</summary>
    public required int Width { get; init; }

    /// <summary>Height in pixels, 16 to 8192; even for <see cref="ClipFormat.Mp4"/>.</summary>
    public required int Height { get; init; }

    /// <summary>Frames per second, 1 to 120.</summary>
    public required int FramesPerSecond { get; init; }

    /// <summary>Length in frames; null = the composition's own length.</summary>
    public int? DurationFrames { get; init; }

    /// <summary>
    /// Absolute path to write to; a folder for <see cref="ClipFormat.PngSequence"/>, whose frames are named after it, up to its first
    /// point: <c>name_00000.png</c>. The engine creates it anew and leaves it flushed to disk; the caller renames it.
    /// </summary>
    public required string OutputFile { get; init; }
}
