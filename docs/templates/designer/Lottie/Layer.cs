using System.Text.Json.Nodes;

namespace TemplateDesigner.Lottie;

/// <summary>A layer; later ones lie over earlier ones.</summary>
internal abstract class Layer(string name)
{
    public string Name => name;

    public Motion Position { get; init; } = Motion.Still(0, 0, 0);

    public Motion Opacity { get; init; } = Motion.Still(100);

    /// <summary>Degrees, clockwise about the position.</summary>
    public double Rotation { get; init; }

    public JsonObject ToJson(int index, int frames)
    {
        var json = new JsonObject
        {
            ["ind"] = index,
            ["nm"] = name,
            ["ks"] = new JsonObject
            {
                ["o"] = Opacity.ToJson(),
                ["p"] = Position.ToJson(),
                ["a"] = Motion.Still(0, 0, 0).ToJson(),
                ["s"] = Motion.Still(100, 100, 100).ToJson(),
                ["r"] = Motion.Still(Rotation).ToJson(),
            },
            ["ip"] = 0,
            ["op"] = frames,
            ["st"] = 0,
        };
        Describe(json);
        return json;
    }

    protected abstract void Describe(JsonObject json);
}
