using System.Text.Json.Nodes;

namespace TemplateDesigner.Lottie;

/// <summary>A layer of filled shapes; the first shape lies on top.</summary>
internal sealed class ShapeLayer(string name, params Shape[] shapes) : Layer(name)
{
    protected override void Describe(JsonObject json)
    {
        json["ty"] = 4;
        json["shapes"] = new JsonArray([.. shapes.Select(shape => (JsonNode)shape.ToJson())]);
    }
}
