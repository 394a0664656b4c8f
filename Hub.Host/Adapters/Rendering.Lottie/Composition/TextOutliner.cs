using System.Text.Json.Nodes;
using Hub.Adapters.Rendering.Lottie.Fonts;
using Hub.Contracts.Engine;

namespace Hub.Adapters.Rendering.Lottie.Composition;

/// <summary>
/// Gives each text layer a font of its own inside the document, made of exactly the glyphs its text needs. Skia then asks no
/// font manager, every character may come from another font, and condensing one text leaves the others alone.
/// </summary>
internal sealed class TextOutliner(TextShaper shaper)
{
    private const double MeasuringTolerance = 0.01;

    // After Effects' line breaks in a text document: a return, or a soft return.
    private static readonly char[] LineBreaks = ['\r', '\n', '\u0003'];

    /// <summary>Writes the outlines of a layer's text into the document.</summary>
    /// <exception cref="RenderEngineException">A font or character is missing, or the text does not fit.</exception>
    public void Outline(LottieDocument document, LottieLayer layer, LayerText? limit)
    {
        foreach (var text in Filled(layer))
        {
            var font = FontOf(document, text, layer);
            var (lines, scale) = Lay(text, font, layer, limit);
            Write(document, text, font, lines, scale);
        }
    }

    /// <summary>Finds out whether that would succeed.</summary>
    /// <exception cref="RenderEngineException">A font or character is missing, or the text does not fit.</exception>
    public void Measure(LottieDocument document, LottieLayer layer, LayerText? limit)
    {
        foreach (var text in Filled(layer)) Lay(text, FontOf(document, text, layer), layer, limit);
    }

    private static IEnumerable<JsonObject> Filled(LottieLayer layer) => layer.TextDocuments().Where(text => !string.IsNullOrEmpty((string?)text["t"]));

    private (TextLine[] Lines, double Scale) Lay(JsonObject text, JsonObject font, LottieLayer layer, LayerText? limit)
    {
        var words = (string)text["t"]!;
        // "All caps" is a property of the text in After Effects; outlines must be chosen for the capitals.
        if ((int?)text["ca"] == 1) words = words.ToUpperInvariant();

        var lines = words.Split(LineBreaks).Select(line => Shape(line, font, text, layer)).ToArray();
        return (lines, limit is null ? 1 : Condense(words, lines.Max(line => line.Width), limit));
    }

    private static JsonObject FontOf(LottieDocument document, JsonObject text, LottieLayer layer)
    {
        var name = (string?)text["f"];
        return document.Fonts.OfType<JsonObject>().FirstOrDefault(font => (string?)font["fName"] == name)
            ?? throw CompositionError.In(document.File, $"uses the font '{name}' in layer '{layer.Name}' but does not list it under 'fonts'");
    }

    private static double Condense(string words, double width, LayerText limit)
    {
        if (limit.MaxWidth is not { } most || width <= most + MeasuringTolerance) return 1;

        return most / width >= limit.MinScale
            ? most / width
            : throw new RenderEngineException(
                $"The text '{words}' does not fit into layer '{limit.Layer}': it is {width:0} pixels wide, at most {most:0} are allowed and it may be condensed to " +
                $"{limit.MinScale:P0} only. Shorten the text.", isFinal: true);
    }

    private TextLine Shape(string line, JsonObject font, JsonObject text, LottieLayer layer)
    {
        var family = (string?)font["fFamily"] ?? (string?)font["fName"] ?? "";
        var size = (double?)text["s"] ?? throw new FormatException($"text of layer '{layer.Name}' has no size");
        // Tracking is in thousandths of an em, added after every character.
        var tracking = ((double?)text["tr"] ?? 0) * FontFace.Size / 1000;
        var glyphs = shaper.Shape(line, family, (string?)font["fStyle"], layer.Name);
        return new TextLine([.. glyphs.Select(glyph => glyph with { Advance = glyph.Advance + tracking })], size);
    }

    private static void Write(LottieDocument document, JsonObject text, JsonObject font, TextLine[] lines, double scale)
    {
        var family = $"hub-text-{document.Fonts.Count}";
        document.Fonts.Add(new JsonObject
        {
            ["fName"] = family,
            ["fFamily"] = family,
            ["fStyle"] = "Regular",
            ["ascent"] = font["ascent"]?.DeepClone() ?? 75,
        });

        var glyphs = new GlyphTable(document.Glyphs, family, scale);
        text["t"] = string.Join('\r', lines.Select(line => string.Concat(line.Glyphs.Select(glyphs.Add))));
        text["f"] = family;
        text["tr"] = 0;
        text["ca"] = 0;
    }
}
