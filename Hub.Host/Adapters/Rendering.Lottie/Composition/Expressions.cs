using System.Text.Json.Nodes;

namespace Hub.Adapters.Rendering.Lottie.Composition;

/// <summary>
/// Finds After Effects' expressions: Bodymovin writes them as a text <c>x</c> beside the value <c>k</c>. Skia shows the value and
/// leaves the expression out, so the picture would be another than the designer's.
/// </summary>
internal static class Expressions
{
    /// <returns>A layer with expressions, and where in it the first one stands.</returns>
    public static IEnumerable<(string Layer, string Property)> In(LottieDocument document)
        => document.Layers.Select(layer => (layer.Name, Property: FirstIn(layer.Node))).Where(found => found.Property is not null)!;

    private static string? FirstIn(JsonNode? node) => node switch
    {
        JsonObject property when property.ContainsKey("k") && property["x"] is JsonValue value && value.TryGetValue<string>(out _) => PathOf(property),
        JsonObject parent => parent.Select(child => FirstIn(child.Value)).FirstOrDefault(found => found is not null),
        JsonArray list => list.Select(FirstIn).FirstOrDefault(found => found is not null),
        _ => null,
    };

    /// <summary>The last names on the way to it, e.g. <c>ks.r</c> for a layer's rotation.</summary>
    private static string PathOf(JsonObject property)
    {
        var path = property.GetPath();
        return path[(path.LastIndexOf(']') + 1)..].TrimStart('.') is { Length: > 0 } names ? names : path;
    }
}
