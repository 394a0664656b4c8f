using HarfBuzzSharp;
using SkiaSharp;
using Buffer = HarfBuzzSharp.Buffer;

namespace Hub.Adapters.Rendering.Lottie.Fonts;

/// <summary>An open font: Skia gives outlines, HarfBuzz places the glyphs (kerning, accents, Indic and Thai clusters).</summary>
internal sealed class FontFace : IDisposable
{
    /// <summary>Everything is measured at this size, which is also the size of glyphs in a Lottie document.</summary>
    public const int Size = 100;

    // HarfBuzz counts in whole numbers; this keeps a thousandth of a pixel at Size.
    private const int Precision = 1000;

    private readonly SKTypeface _typeface;
    private readonly SKFont _outlines;
    private readonly Blob _blob;
    private readonly Face _face;
    private readonly Font _shaping;

    public FontFace(FontFile file)
    {
        File = file;
        _typeface = SKTypeface.FromFile(file.Path, file.Index)
            ?? throw new InvalidOperationException($"Font file '{file.Path}' is gone or damaged.");
        _outlines = new SKFont(_typeface, Size) { Hinting = SKFontHinting.None, LinearMetrics = true, Subpixel = true };
        _blob = Blob.FromFile(file.Path);
        _face = new Face(_blob, file.Index);
        _shaping = new Font(_face);
        _shaping.SetScale(Size * Precision, Size * Precision);
        _shaping.SetFunctionsOpenType();
    }

    public FontFile File { get; }

    public bool Has(int codePoint) => _outlines.ContainsGlyph(codePoint);

    /// <summary>Outline of a glyph with the base line at y = 0, y growing downwards. Null or empty for a space.</summary>
    public SKPath? Outline(ushort glyph) => _outlines.GetGlyphPath(glyph);

    /// <summary>Glyphs of a text that this font has in full, left to right.</summary>
    public IEnumerable<PlacedGlyph> Shape(string text)
    {
        using var buffer = new Buffer();
        buffer.AddUtf16(text);
        buffer.GuessSegmentProperties();
        _shaping.Shape(buffer);

        var (glyphs, places) = (buffer.GlyphInfos, buffer.GlyphPositions);
        for (var i = 0; i < glyphs.Length; i++)
        {
            var place = places[i];
            yield return new PlacedGlyph(
                this, (ushort)glyphs[i].Codepoint, IsSpace: text[(int)glyphs[i].Cluster] == ' ',
                place.XAdvance / (double)Precision, place.XOffset / (double)Precision, -place.YOffset / (double)Precision);
        }
    }

    public void Dispose()
    {
        _shaping.Dispose();
        _face.Dispose();
        _blob.Dispose();
        _outlines.Dispose();
        _typeface.Dispose();
    }
}
