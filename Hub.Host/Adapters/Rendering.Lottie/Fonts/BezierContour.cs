using System.Text.Json.Nodes;
using SkiaSharp;

namespace Hub.Adapters.Rendering.Lottie.Fonts;

/// <summary>A closed outline in Lottie's form: vertices with an incoming and an outgoing tangent each, relative to the vertex.</summary>
internal sealed class BezierContour
{
    private readonly List<SKPoint> _vertices = [];
    private readonly List<SKPoint> _incoming = [];
    private readonly List<SKPoint> _outgoing = [];

    public BezierContour(SKPoint start) => Add(start, default);

    public void LineTo(SKPoint end) => Add(end, default);

    /// <summary>A quadratic curve, raised to the cubic that is the same curve.</summary>
    public void QuadTo(SKPoint control, SKPoint end)
        => CubicTo(TwoThirds(_vertices[^1], control), TwoThirds(end, control), end);

    public void CubicTo(SKPoint first, SKPoint second, SKPoint end)
    {
        _outgoing[^1] = first - _vertices[^1];
        Add(end, second - end);
    }

    public JsonObject ToJson() => new()
    {
        ["c"] = true,
        ["v"] = Points(_vertices),
        ["i"] = Points(_incoming),
        ["o"] = Points(_outgoing),
    };

    private static SKPoint TwoThirds(SKPoint from, SKPoint control)
        => new(from.X + ((control.X - from.X) * 2 / 3), from.Y + ((control.Y - from.Y) * 2 / 3));

    private static JsonArray Points(List<SKPoint> points)
        => [.. points.Select(point => new JsonArray(Rounded(point.X), Rounded(point.Y)))];

    private static double Rounded(float value) => Math.Round(value, 3);

    private void Add(SKPoint vertex, SKPoint incoming)
    {
        _vertices.Add(vertex);
        _incoming.Add(incoming);
        _outgoing.Add(default);
    }
}
