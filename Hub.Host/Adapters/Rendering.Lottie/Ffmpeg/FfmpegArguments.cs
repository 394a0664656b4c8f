using System.Globalization;
using Hub.Contracts.Engine;
using SkiaSharp;

namespace Hub.Adapters.Rendering.Lottie.Ffmpeg;

/// <summary>How ffmpeg is called for a clip.</summary>
internal static class FfmpegArguments
{
    /// <summary>Arguments for raw ARGB pixels of <paramref name="area"/> on standard input; one a list entry, no shell in between.</summary>
    public static IEnumerable<string> For(RenderClip clip, SKRectI area)
    {
        var rate = clip.FramesPerSecond.ToString(CultureInfo.InvariantCulture);
        return
        [
            "-hide_banner", "-nostdin", "-nostats", "-loglevel", "error", "-progress", "pipe:1",
            "-f", "rawvideo", "-pixel_format", "argb", "-video_size", $"{area.Width}x{area.Height}", "-framerate", rate, "-i", "pipe:0",
            // The pipe is the slowest part of all, so only the area travels; around it lies nothing.
            "-vf", $"pad={clip.Width}:{clip.Height}:{area.Left}:{area.Top}:color=black@0",
            // A key frame a second: an editor can jump, and what stands still costs nothing.
            "-c:v", "qtrle", "-pix_fmt", "argb", "-g", rate,
            // The caller's file name may end in .part, and the file exists already: we created it to be sure it is ours.
            "-f", "mov", "-y", clip.OutputFile,
        ];
    }
}
