using System.Globalization;
using Hub.Contracts.Engine;
using SkiaSharp;

namespace Hub.Adapters.Rendering.Lottie.Ffmpeg;

/// <summary>How ffmpeg is called for a clip.</summary>
internal static class FfmpegArguments
{
    private const string ToVideoLevels = "scale=out_color_matrix=bt709:out_range=tv";

    // In ffmpeg 5 only this tags the file; -colorspace alone does not.
    private const string Tags = "setparams=colorspace=bt709:color_primaries=bt709:color_trc=bt709";

    /// <summary>
    /// Arguments for the raw pixels of <paramref name="area"/> on standard input; one a list entry, no shell in between. The pipe is the
    /// slowest part of all, so only the area travels; around it lies nothing.
    /// </summary>
    public static IEnumerable<string> For(RenderClip clip, SKRectI area)
    {
        var rate = clip.FramesPerSecond.ToString(CultureInfo.InvariantCulture);
        var pixels = clip.Format == ClipFormat.Mp4 ? "rgb0" : "argb";
        return
        [
            "-hide_banner", "-nostdin", "-nostats", "-loglevel", "error", "-progress", "pipe:1",
            "-f", "rawvideo", "-pixel_format", pixels, "-video_size", $"{area.Width}x{area.Height}", "-framerate", rate, "-i", "pipe:0",
            .. Encoder(clip, area, rate),
            // The caller's file name may end in .part, and the file exists already: we created it to be sure it is ours.
            "-y", clip.OutputFile,
        ];
    }

    private static string[] Encoder(RenderClip clip, SKRectI area, string rate) => clip.Format switch
    {
        ClipFormat.ProRes4444 =>
        [
            // Colours are converted before there is more of the picture; with whole chroma it makes no difference but the time.
            "-vf", $"{ToVideoLevels},format=yuva444p10le,{Pad(clip, area, "black@0")},{Tags}",
            // Without a quality prores_ks searches one for each slice, which takes several times as long.
            "-c:v", "prores_ks", "-profile:v", "4444", "-pix_fmt", "yuva444p10le", "-qscale:v", Scale(clip.Quality, best: 6, usual: 9, worst: 31), "-f", "mov",
        ],
        ClipFormat.Mp4 =>
        [
            "-vf", $"{Pad(clip, area, "black")},{ToVideoLevels},format=yuv420p,{Tags}",
            "-c:v", "libx264", "-preset", "veryfast", "-crf", Scale(clip.Quality, best: 10, usual: 16, worst: 45), "-pix_fmt", "yuv420p",
            "-movflags", "+faststart", "-f", "mp4",
        ],
        _ =>
        [
            "-vf", Pad(clip, area, "black@0"),
            // A key frame a second: an editor can jump, and what stands still costs nothing.
            "-c:v", "qtrle", "-pix_fmt", "argb", "-g", rate, "-f", "mov",
        ],
    };

    private static string Pad(RenderClip clip, SKRectI area, string colour) => $"pad={clip.Width}:{clip.Height}:{area.Left}:{area.Top}:color={colour}";

    /// <summary>An encoder's own scale, on which less is better: 100 is the best, 90 the usual, 0 the worst.</summary>
    private static string Scale(int quality, int best, int usual, int worst)
    {
        var value = quality >= RenderClip.UsualQuality
            ? usual + ((best - usual) * (quality - RenderClip.UsualQuality) / (double)(100 - RenderClip.UsualQuality))
            : worst + ((usual - worst) * quality / (double)RenderClip.UsualQuality);
        return Math.Round(value).ToString(CultureInfo.InvariantCulture);
    }
}
