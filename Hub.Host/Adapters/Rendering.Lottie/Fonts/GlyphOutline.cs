using System.Text.Json.Nodes;
using SkiaSharp;

namespace Hub.Adapters.Rendering.Lottie.Fonts;

/// <summary>Glyph outlines as Lottie shapes.</summary>
internal static class GlyphOutline
{
    /// <summary>The shapes of a glyph, moved to its place and scaled horizontally.</summary>
    public static JsonArray ToShapes(PlacedGlyph glyph, double scaleX)
    {
        using var outline = glyph.Face.Outline(glyph.Glyph);
        if (outline is null || outline.IsEmpty) return [];

        outline.Transform(new SKMatrix((float)scaleX, 0, (float)(glyph.OffsetX * scaleX), 0, 1, (float)glyph.OffsetY, 0, 0, 1));
        var contours = Contours(outline).Select(contour => new JsonObject
        {
            ["ty"] = "sh",
            ["ks"] = new JsonObject { ["a"] = 0, ["k"] = contour.ToJson() },
        });
        return [new JsonObject { ["ty"] = "gr", ["it"] = new JsonArray([.. contours]) }];
    }

    private static List<BezierContour> Contours(SKPath outline)
    {
        var contours = new List<BezierContour>();
        using var iterator = outline.CreateRawIterator();
        var points = new SKPoint[4];
        for (var verb = iterator.Next(points); verb != SKPathVerb.Done; verb = iterator.Next(points))
        {
            switch (verb)
            {
                case SKPathVerb.Move:
                    contours.Add(new BezierContour(points[0]));
                    break;
                case SKPathVerb.Line:
                    contours[^1].LineTo(points[1]);
                    break;
                case SKPathVerb.Quad:
                    contours[^1].QuadTo(points[1], points[2]);
                    break;
                case SKPathVerb.Cubic:
                    contours[^1].CubicTo(points[1], points[2], points[3]);
                    break;
                case SKPathVerb.Conic:
                    throw new NotSupportedException("Glyph outlines have no conic curves.");
            }
        }

        return contours;
    }
}
