using System.Text.Json.Nodes;

namespace TemplateDesigner.Lottie;

/// <summary>A filled outline inside a shape layer.</summary>
internal sealed class Shape
{
    private readonly JsonObject _outline;
    private readonly JsonObject _fill;

    private Shape(JsonObject outline, JsonObject fill)
    {
        _outline = outline;
        _fill = fill;
    }

    public static Shape Rectangle(double left, double top, double width, double height, Paint paint)
        => Polygon(paint, (left, top), (left + width, top), (left + width, top + height), (left, top + height));

    /// <summary>The diamond of the suit, as an ornament.</summary>
    public static Shape Diamond(double centreX, double centreY, double size, Paint paint)
        => Polygon(paint, (centreX, centreY - size), (centreX + (size * 0.78), centreY), (centreX, centreY + size), (centreX - (size * 0.78), centreY));

    public static Shape Polygon(Paint paint, params (double X, double Y)[] corners)
    {
        var zeros = new JsonArray([.. corners.Select(_ => (JsonNode)new JsonArray(0, 0))]);
        var path = new JsonObject
        {
            ["c"] = true,
            ["v"] = new JsonArray([.. corners.Select(corner => (JsonNode)new JsonArray(corner.X, corner.Y))]),
            ["i"] = zeros,
            ["o"] = zeros.DeepClone(),
        };
        return new Shape(
            new JsonObject { ["ty"] = "sh", ["ks"] = new JsonObject { ["a"] = 0, ["k"] = path } },
            paint.ToJson(corners.Min(corner => corner.Y), corners.Max(corner => corner.Y)));
    }

    public JsonObject ToJson() => new()
    {
        ["ty"] = "gr",
        ["it"] = new JsonArray(_outline, _fill, new JsonObject
        {
            ["ty"] = "tr",
            ["p"] = Motion.Still(0, 0).ToJson(),
            ["a"] = Motion.Still(0, 0).ToJson(),
            ["s"] = Motion.Still(100, 100).ToJson(),
            ["r"] = Motion.Still(0).ToJson(),
            ["o"] = Motion.Still(100).ToJson(),
        }),
    };
}
