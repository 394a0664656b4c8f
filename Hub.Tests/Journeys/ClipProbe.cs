using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Hub.Tests.Journeys;

/// <summary>What a clip is, found out by decoding all of it.</summary>
/// <param name="Frames">Frames; all of them are decoded, every 15th is looked at.</param>
/// <param name="Width">Pixels.</param>
/// <param name="Height">Pixels.</param>
/// <param name="LeastAlpha">Alpha of its most transparent pixel, 0 to 255.</param>
/// <param name="MostAlpha">Alpha of its most opaque pixel, 0 to 255.</param>
internal sealed partial record ClipProbe(int Frames, int Width, int Height, int LeastAlpha, int MostAlpha)
{
    /// <exception cref="InvalidOperationException">The file does not decode from end to end.</exception>
    public static async Task<ClipProbe> OfAsync(string file)
    {
        var stream = JsonDocument.Parse(await RunAsync(
            "ffprobe", "-v", "error", "-count_packets", "-select_streams", "v:0", "-show_entries", "stream=width,height,nb_read_packets", "-of", "json", file))
            .RootElement.GetProperty("streams")[0];
        var alpha = await RunAsync(
            "ffmpeg", "-v", "error", "-xerror", "-i", file, "-vf", "select=not(mod(n\\,15)),alphaextract,signalstats,metadata=print:file=-", "-f", "null", "-");
        return new(
            int.Parse(stream.GetProperty("nb_read_packets").GetString()!, CultureInfo.InvariantCulture),
            stream.GetProperty("width").GetInt32(),
            stream.GetProperty("height").GetInt32(),
            Values(alpha, "YMIN").Min(),
            Values(alpha, "YMAX").Max());
    }

    private static IEnumerable<int> Values(string text, string name)
        => Statistic().Matches(text).Where(m => m.Groups["name"].Value == name).Select(m => int.Parse(m.Groups["value"].Value, CultureInfo.InvariantCulture));

    private static async Task<string> RunAsync(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true })!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return process.ExitCode == 0 && (await errors).Length == 0
            ? output
            : throw new InvalidOperationException($"{program} {string.Join(' ', arguments)} ended with {process.ExitCode}: {await errors}");
    }

    [GeneratedRegex(@"lavfi\.signalstats\.(?<name>\w+)=(?<value>\d+)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Statistic();
}
