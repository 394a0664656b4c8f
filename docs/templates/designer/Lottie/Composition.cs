using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace TemplateDesigner.Lottie;

/// <summary>A whole composition.</summary>
internal sealed class Composition(string name, IReadOnlyList<Layer> layers)
{
    private static readonly JsonSerializerOptions Compact = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public string ToJson()
    {
        PanelLayer[] panels = [.. layers.OfType<PanelLayer>()];
        var fonts = panels.SelectMany(panel => panel.Layers).Concat(layers).OfType<TextLayer>().Select(text => text.Font).Distinct();
        var root = new JsonObject
        {
            ["v"] = "5.9.0",
            ["nm"] = name,
            ["fr"] = Brand.FramesPerSecond,
            ["ip"] = 0,
            ["op"] = Brand.Frames,
            ["w"] = Brand.Width,
            ["h"] = Brand.Height,
            ["ddd"] = 0,
            ["fonts"] = new JsonObject { ["list"] = new JsonArray([.. fonts.Select(FontToJson)]) },
            ["assets"] = new JsonArray([.. panels.Select(panel => (JsonNode)panel.ToAsset(Brand.Frames))]),
            ["layers"] = LayersToJson(layers, Brand.Frames),
            ["markers"] = new JsonArray(new JsonObject { ["cm"] = "hold", ["tm"] = Brand.HoldFrom, ["dr"] = Brand.OutFrom - Brand.HoldFrom }),
        };
        return root.ToJsonString(Compact) + "\n";
    }

    /// <summary>Lottie lists the topmost layer first.</summary>
    public static JsonArray LayersToJson(IReadOnlyList<Layer> layers, int frames)
        => [.. layers.Select((layer, index) => (JsonNode)layer.ToJson(index + 1, frames)).Reverse()];

    private static JsonNode FontToJson(Font font) => new JsonObject
    {
        ["fName"] = font.Name,
        ["fFamily"] = font.Family,
        ["fStyle"] = font.Style,
        ["ascent"] = 75,
    };
}
