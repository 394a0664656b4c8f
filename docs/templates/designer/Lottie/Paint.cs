using System.Text.Json.Nodes;

namespace TemplateDesigner.Lottie;

/// <summary>What a shape is filled with. Gradients run top to bottom only: along a line nothing changes, which QuickTime Animation stores in a few bytes.</summary>
internal sealed record Paint(Colour Top, Colour Bottom, double Opacity = 100)
{
    public static Paint Plain(Colour colour, double opacity = 100) => new(colour, colour, opacity);

    public JsonObject ToJson(double top, double bottom)
        => Top == Bottom
            ? new JsonObject { ["ty"] = "fl", ["c"] = Constant(Top.Red, Top.Green, Top.Blue, 1), ["o"] = Constant(Opacity), ["r"] = 1 }
            : new JsonObject
            {
                ["ty"] = "gf",
                ["t"] = 1,
                ["s"] = Constant(0, top),
                ["e"] = Constant(0, bottom),
                ["o"] = Constant(Opacity),
                ["r"] = 1,
                ["g"] = new JsonObject
                {
                    ["p"] = 2,
                    ["k"] = Constant(0, Top.Red, Top.Green, Top.Blue, 1, Bottom.Red, Bottom.Green, Bottom.Blue),
                },
            };

    private static JsonObject Constant(params double[] values) => Motion.Still(values).ToJson();
}
