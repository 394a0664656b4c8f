using System.Text.Json.Nodes;

namespace TemplateDesigner.Lottie;

/// <summary>A live picture; its upper left corner stands on its position.</summary>
internal sealed class ImageLayer(string name, ImageBox box) : Layer(name)
{
    public ImageBox Box => box;

    protected override void Describe(JsonObject json)
    {
        json["ty"] = 2;
        json["refId"] = box.Id;
    }
}
