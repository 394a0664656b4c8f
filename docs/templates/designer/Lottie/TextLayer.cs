using System.Text.Json.Nodes;

namespace TemplateDesigner.Lottie;

/// <summary>A line of text in capitals, standing on its position.</summary>
internal sealed class TextLayer(string name, string text, Font font, double size, Colour colour, Align align = Align.Left) : Layer(name)
{
    public Font Font => font;

    /// <summary>Extra space after each character, in thousandths of an em.</summary>
    public double Tracking { get; init; }

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
                        ["f"] = font.Name,
                        ["s"] = size,
                        ["fc"] = new JsonArray(colour.Red, colour.Green, colour.Blue),
                        ["j"] = (int)align,
                        ["tr"] = Tracking,
                        ["lh"] = size * 1.2,
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
