using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Hub.Contracts.Engine;

namespace Hub.Modules.Render.Domain;

/// <summary>What a row's <c>output_settings_json</c> asks for; what it leaves open is the template's.</summary>
/// <param name="Format">File format.</param>
/// <param name="Width">Pixels.</param>
/// <param name="Height">Pixels.</param>
/// <param name="FramesPerSecond">Whole frames per second.</param>
/// <param name="DurationFrames">Length in frames.</param>
internal sealed record OutputSettings(ClipFormat Format, int? Width = null, int? Height = null, int? FramesPerSecond = null, int? DurationFrames = null)
{
    private const string MovAlpha = "mov_alpha";

    /// <exception cref="FormatException">A value is unknown or out of range; the message says which.</exception>
    public static OutputSettings Read(string json)
    {
        if (JsonNode.Parse(json) is not JsonObject settings)
        {
            throw new FormatException("output_settings_json is not an object");
        }

        return new OutputSettings(
            ReadFormat(settings["format"]),
            Whole(settings, "width", 16, 8192),
            Whole(settings, "height", 16, 8192),
            Whole(settings, "fps", 1, 120),
            Whole(settings, "duration_frames", 1, 108_000));
    }

    /// <summary>As v1's clients read it: whole numbers, every value stated.</summary>
    public static string Write(int width, int height, int framesPerSecond, int frames)
        => new JsonObject
        {
            ["format"] = MovAlpha,
            ["width"] = width,
            ["height"] = height,
            ["fps"] = framesPerSecond,
            ["duration_frames"] = frames,
        }.ToJsonString();

    private static ClipFormat ReadFormat(JsonNode? node) => node?.GetValueKind() switch
    {
        null => ClipFormat.MovAlpha,
        JsonValueKind.String when node.GetValue<string>() is MovAlpha => ClipFormat.MovAlpha,
        _ => throw new FormatException($"output_settings_json: format {node!.ToJsonString()} is not supported; use \"{MovAlpha}\""),
    };

    private static int? Whole(JsonObject settings, string name, int least, int most)
    {
        if (settings[name] is not { } node)
        {
            return null;
        }

        return node.GetValueKind() == JsonValueKind.Number
            && double.TryParse(node.ToJsonString(), CultureInfo.InvariantCulture, out var value)
            && double.IsInteger(value) && value >= least && value <= most
                ? (int)value
                : throw new FormatException($"output_settings_json: {name} is {node.ToJsonString()} and must be a whole number from {least} to {most}");
    }
}
