using System.Text.Json.Nodes;

namespace TemplateDesigner.Lottie;

/// <summary>A precomp: layers inside a frame that cuts off what sticks out, so that things can slide in from behind its edge.</summary>
internal sealed class PanelLayer(string name, double width, double height, IReadOnlyList<Layer> layers) : Layer(name)
{
    public IReadOnlyList<Layer> Layers => layers;

    public JsonObject ToAsset(int frames) => new()
    {
        ["id"] = Name,
        ["nm"] = Name,
        ["layers"] = Composition.LayersToJson(layers, frames),
    };

    protected override void Describe(JsonObject json)
    {
        json["ty"] = 0;
        json["refId"] = Name;
        json["w"] = width;
        json["h"] = height;
    }
}
