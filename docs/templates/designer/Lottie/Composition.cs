using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using TemplateDesigner.Look;

namespace TemplateDesigner.Lottie;

/// <summary>A whole composition.</summary>
internal sealed class Composition(string name, IReadOnlyList<Layer> layers)
{
    private static readonly JsonSerializerOptions Compact = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Every layer, those of panels included.</summary>
    public IReadOnlyList<Layer> AllLayers { get; } = [.. layers, .. layers.OfType<PanelLayer>().SelectMany(panel => panel.Layers)];

    public string ToJson()
    {
        var boxes = AllLayers.OfType<ImageLayer>().Select(image => (JsonNode)image.Box.ToAsset());
        var panels = layers.OfType<PanelLayer>().Select(panel => (JsonNode)panel.ToAsset(Pace.Frames));
        var root = new JsonObject
        {
            ["v"] = "5.9.0",
            ["nm"] = name,
            ["fr"] = Pace.FramesPerSecond,
            ["ip"] = 0,
            ["op"] = Pace.Frames,
            ["w"] = Grid.Width,
            ["h"] = Grid.Height,
            ["ddd"] = 0,
            ["fonts"] = new JsonObject { ["list"] = new JsonArray([.. AllLayers.OfType<TextLayer>().Select(text => text.Style.Font).Distinct().Select(FontToJson)]) },
            ["assets"] = new JsonArray([.. boxes.DistinctBy(box => (string?)box["id"]), .. panels]),
            ["layers"] = LayersToJson(layers, Pace.Frames),
            ["markers"] = new JsonArray(new JsonObject { ["cm"] = "hold", ["tm"] = Pace.HoldFrom, ["dr"] = Pace.OutFrom - Pace.HoldFrom }),
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
