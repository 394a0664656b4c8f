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
/// <param name="Quality">0 to 100.</param>
internal sealed record OutputSettings(
    ClipFormat Format, int? Width = null, int? Height = null, int? FramesPerSecond = null, int? DurationFrames = null, int? Quality = null)
{
    private static readonly (int Least, int Most) Side = (16, 8192);
    private static readonly (int Least, int Most) Rate = (1, 120);
    private static readonly (int Least, int Most) Length = (1, 108_000);
    private static readonly (int Least, int Most) Percent = (0, 100);

    // v1's clients know the words of "format" and nothing of a codec: ProRes is one more way to make a mov_alpha.
    private static readonly (ClipFormat Format, string Name, string? Codec)[] Formats =
    [
        (ClipFormat.MovAlpha, "mov_alpha", null),
        (ClipFormat.ProRes4444, "mov_alpha", "prores_4444"),
        (ClipFormat.PngSequence, "png_sequence", null),
        (ClipFormat.Mp4, "mp4", null),
    ];

    /// <exception cref="FormatException">A value is unknown or out of range; the message says which.</exception>
    public static OutputSettings Read(string json)
    {
        if (JsonNode.Parse(json) is not JsonObject settings)
        {
            throw new FormatException("output_settings_json is not an object");
        }

        return new OutputSettings(
            ReadFormat(settings["format"], settings["codec"]),
            Whole(settings, "width", Side),
            Whole(settings, "height", Side),
            Whole(settings, "fps", Rate),
            Whole(settings, "duration_frames", Length),
            Whole(settings, "quality", Percent));
    }

    /// <summary>Settings out of range, by name.</summary>
    public IEnumerable<(string Setting, string Reason)> Problems()
    {
        (string Setting, int? Value, (int Least, int Most) Range)[] settings =
            [("width", Width, Side), ("height", Height, Side), ("framesPerSecond", FramesPerSecond, Rate), ("durationFrames", DurationFrames, Length), ("quality", Quality, Percent)];
        return settings.Where(each => each.Value < each.Range.Least || each.Value > each.Range.Most)
            .Select(each => (each.Setting, $"{each.Value} is not between {each.Range.Least} and {each.Range.Most}."));
    }

    /// <summary>As v1's clients read it: whole numbers, every value stated.</summary>
    public static string Write(ClipFormat format, int width, int height, int framesPerSecond, int frames, int? quality = null)
    {
        var (_, name, codec) = Formats.Single(known => known.Format == format);
        var settings = new JsonObject { ["format"] = name, ["width"] = width, ["height"] = height, ["fps"] = framesPerSecond, ["duration_frames"] = frames };
        if (codec is not null)
        {
            settings["codec"] = codec;
        }

        if (quality is not null)
        {
            settings["quality"] = quality;
        }

        return settings.ToJsonString();
    }

    private static ClipFormat ReadFormat(JsonNode? format, JsonNode? codec)
    {
        var (name, wanted) = (format is null ? Formats[0].Name : Word(format), codec is null ? null : Word(codec));
        var found = Formats.Where(known => known.Name == name && known.Codec == wanted).ToList();
        if (found is [var known])
        {
            return known.Format;
        }

        throw Formats.Any(known => known.Name == name)
            ? new FormatException($"output_settings_json: codec {codec!.ToJsonString()} is not supported with format \"{name}\"; leave it out, or use \"prores_4444\" with \"mov_alpha\"")
            : new FormatException($"output_settings_json: format {format!.ToJsonString()} is not supported; use {string.Join(", ", Formats.Select(known => $"\"{known.Name}\"").Distinct())}");
    }

    private static string? Word(JsonNode node) => node.GetValueKind() == JsonValueKind.String ? node.GetValue<string>() : node.ToJsonString();

    private static int? Whole(JsonObject settings, string name, (int Least, int Most) range)
    {
        if (settings[name] is not { } node)
        {
            return null;
        }

        return node.GetValueKind() == JsonValueKind.Number
            && double.TryParse(node.ToJsonString(), CultureInfo.InvariantCulture, out var value)
            && double.IsInteger(value) && value >= range.Least && value <= range.Most
                ? (int)value
                : throw new FormatException($"output_settings_json: {name} is {node.ToJsonString()} and must be a whole number from {range.Least} to {range.Most}");
    }
}
