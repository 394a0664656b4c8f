namespace Hub.Adapters.Rendering.Lottie.Fonts;

/// <summary>A shaped line of text at its type size.</summary>
internal sealed record TextLine(IReadOnlyList<PlacedGlyph> Glyphs, double TypeSize)
{
    /// <summary>Width in composition pixels.</summary>
    public double Width { get; } = Glyphs.Sum(glyph => glyph.Advance) * TypeSize / FontFace.Size;
}
