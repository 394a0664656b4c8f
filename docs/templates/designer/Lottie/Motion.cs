using System.Text.Json.Nodes;

namespace TemplateDesigner.Lottie;

/// <summary>A property of a layer that stays or moves.</summary>
internal sealed class Motion
{
    private readonly List<(int Frame, double[] Value, bool IsWayIn)> _keys = [];

    private Motion()
    {
    }

    public static Motion Still(params double[] value) => new Motion().Key(0, value, isWayIn: true);

    /// <summary>From one value to another on the way in, and to a third on the way out.</summary>
    public static Motion InAndOut(int inFrom, int inFrames, int outFrom, int outFrames, double[] before, double[] shown, double[] after)
        => new Motion()
            .Key(inFrom, before, isWayIn: true)
            .Key(inFrom + inFrames, shown, isWayIn: true)
            .Key(outFrom, shown, isWayIn: false)
            .Key(outFrom + outFrames, after, isWayIn: false);

    public JsonObject ToJson()
        => _keys.Count == 1
            ? new JsonObject { ["a"] = 0, ["k"] = Values(_keys[0].Value) }
            : new JsonObject { ["a"] = 1, ["k"] = new JsonArray([.. _keys.Select(KeyToJson)]) };

    private Motion Key(int frame, double[] value, bool isWayIn)
    {
        _keys.Add((frame, value, isWayIn));
        return this;
    }

    // Way in: fast, then settling. Way out: gathering speed.
    private static JsonNode KeyToJson((int Frame, double[] Value, bool IsWayIn) key) => new JsonObject
    {
        ["t"] = key.Frame,
        ["s"] = Values(key.Value),
        ["o"] = key.IsWayIn ? Handle(0.16, 1) : Handle(0.6, 0),
        ["i"] = key.IsWayIn ? Handle(0.3, 1) : Handle(0.9, 0.6),
    };

    private static JsonObject Handle(double x, double y) => new() { ["x"] = new JsonArray(x), ["y"] = new JsonArray(y) };

    private static JsonArray Values(double[] values) => new JsonArray([.. values.Select(value => (JsonNode)value)]);
}
