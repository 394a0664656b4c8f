using System.Diagnostics;
using System.Globalization;

namespace Hub.Bench.Rendering;

/// <summary>ffmpeg as anybody would call it, with the encoder settings of the engine: whole frames in, one clip out.</summary>
internal static class PlainFfmpeg
{
    /// <summary>Starts ffmpeg on straight RGBA frames.</summary>
    /// <param name="input">A file, or <c>pipe:0</c>.</param>
    /// <param name="width">Pixels.</param>
    /// <param name="height">Pixels.</param>
    /// <param name="framesPerSecond">Frames a second.</param>
    /// <param name="output">File to write.</param>
    public static Process Start(string input, int width, int height, int framesPerSecond, string output)
    {
        var rate = framesPerSecond.ToString(CultureInfo.InvariantCulture);
        string[] arguments =
        [
            "-hide_banner", "-loglevel", "error", "-f", "rawvideo", "-pixel_format", "rgba", "-video_size", $"{width}x{height}", "-framerate", rate, "-i", input,
            "-c:v", "qtrle", "-pix_fmt", "argb", "-g", rate, "-f", "mov", "-y", output,
        ];
        return Process.Start(new ProcessStartInfo("ffmpeg", arguments) { RedirectStandardInput = true, UseShellExecute = false })!;
    }

    public static async Task EndAsync(Process ffmpeg)
    {
        ffmpeg.StandardInput.Close();
        await ffmpeg.WaitForExitAsync();
        if (ffmpeg.ExitCode != 0)
            throw new InvalidOperationException($"ffmpeg ended with {ffmpeg.ExitCode}.");
    }
}
