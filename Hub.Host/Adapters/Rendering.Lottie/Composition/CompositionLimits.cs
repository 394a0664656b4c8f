using System.Text.Json.Nodes;

namespace Hub.Adapters.Rendering.Lottie.Composition;

/// <summary>
/// What a composition may ask for. Skia loads absurd sizes and lengths without complaint and only fails, or fills the
/// memory, when drawing.
/// </summary>
internal static class CompositionLimits
{
    private const double SmallestSide = 16;
    private const double LargestSide = 8192;
    private const double HighestRate = 120;
    private const double LongestSeconds = 600;

    public static Timeline Check(JsonObject root, string file)
    {
        Require(root, file, "w", SmallestSide, LargestSide);
        Require(root, file, "h", SmallestSide, LargestSide);
        var rate = Require(root, file, "fr", 1, HighestRate);
        var start = Require(root, file, "ip", -1e6, 1e6);
        var end = Require(root, file, "op", -1e6, 1e6);
        var frames = end - start;

        if (root["layers"] is not JsonArray { Count: > 0 }) throw CompositionError.In(file, "has no layers");
        if (frames <= 0) throw CompositionError.In(file, $"has no length: it starts at frame {start} and ends at {end}");
        return frames / rate <= LongestSeconds
            ? new Timeline(rate, frames, FindHold(root, start), Marker(root, Timeline.PosterMarker, start)?.Start)
            : throw CompositionError.In(file, $"lasts {frames / rate:0} s; at most {LongestSeconds:0} s are allowed");
    }

    private static double Require(JsonObject root, string file, string property, double least, double most)
    {
        var value = (double?)root[property] ?? throw CompositionError.In(file, $"is not a Lottie composition: '{property}' is missing");
        return value >= least && value <= most
            ? value
            : throw CompositionError.In(file, $"has '{property}' = {value}; {least} to {most} is allowed");
    }

    private static Hold? FindHold(JsonObject root, double start)
        => Marker(root, Hold.Marker, start) is var (at, length) ? new Hold(at, length) : null;

    private static (double Start, double Length)? Marker(JsonObject root, string name, double start)
        => (root["markers"] as JsonArray ?? []).OfType<JsonObject>()
            .Where(marker => (string?)marker["cm"] == name)
            .Select(marker => ((double, double)?)(((double?)marker["tm"] ?? 0) - start, (double?)marker["dr"] ?? 0))
            .FirstOrDefault();
}
