using System.Text.Json.Nodes;
using TemplateDesigner.Look;

namespace TemplateDesigner.Lottie;

/// <summary>A line of text in capitals, standing on its position.</summary>
internal sealed class TextLayer(string name, string text, TextStyle style, Align align) : Layer(name)
{
    public TextStyle Style => style;

    /// <summary>Widest that live text may get; null for text that never changes.</summary>
    public double? MaxWidth { get; init; }

    protected override void Describe(JsonObject json)
    {
        json["ty"] = 5;
        json["t"] = new JsonObject
        {
            ["d"] = new JsonObject
            {
                ["k"] = new JsonArray(new JsonObject
                {
                    ["t"] = 0,
                    ["s"] = new JsonObject
                    {
                        ["t"] = text,
                        ["f"] = style.Font.Name,
                        ["s"] = style.Size,
                        ["fc"] = new JsonArray(style.Colour.Red, style.Colour.Green, style.Colour.Blue),
                        ["j"] = (int)align,
                        ["tr"] = style.Tracking,
                        ["lh"] = style.Size * 1.2,
                        ["ca"] = 1,
                    },
                }),
            },
            ["p"] = new JsonObject(),
            ["m"] = new JsonObject { ["g"] = 1, ["a"] = Motion.Still(0, 0).ToJson() },
            ["a"] = new JsonArray(),
        };
    }
}
