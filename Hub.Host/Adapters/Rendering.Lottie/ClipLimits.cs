using Hub.Contracts.Engine;

namespace Hub.Adapters.Rendering.Lottie;

/// <summary>What a clip may ask for; the ranges of <see cref="RenderClip"/>.</summary>
internal static class ClipLimits
{
    private const int LongestSeconds = 600;

    public static void Check(RenderClip clip)
    {
        if (ProblemsOf(clip).FirstOrDefault() is { } problem) throw new RenderEngineException(problem, isFinal: true);
    }

    /// <summary>Everything the clip asks for and cannot have.</summary>
    public static IEnumerable<string> ProblemsOf(RenderClip clip)
    {
        (bool Holds, string Problem)[] rules =
        [
            (clip.Width is >= 16 and <= 8192, $"width {clip.Width} is not between 16 and 8192"),
            (clip.Height is >= 16 and <= 8192, $"height {clip.Height} is not between 16 and 8192"),
            (clip.FramesPerSecond is >= 1 and <= 120, $"{clip.FramesPerSecond} frames per second is not between 1 and 120"),
            (clip.DurationFrames is not { } frames || (frames > 0 && frames <= LongestSeconds * clip.FramesPerSecond),
                $"{clip.DurationFrames} frames at {clip.FramesPerSecond} a second is not between 1 frame and {LongestSeconds} s"),
            (Enum.IsDefined(clip.Format), $"the format {clip.Format} is not supported by the engine '{LottieEngine.EngineName}'"),
            (clip.Format != ClipFormat.Mp4 || (clip.Width % 2 == 0 && clip.Height % 2 == 0),
                $"{clip.Width} × {clip.Height} is not possible in an mp4: width and height must be even"),
            (clip.Quality is >= 0 and <= 100, $"quality {clip.Quality} is not between 0 and 100"),
            (Path.IsPathFullyQualified(clip.OutputFile), $"the output file '{clip.OutputFile}' is not an absolute path"),
            (Path.IsPathFullyQualified(clip.CompositionFile), $"the composition '{clip.CompositionFile}' is not an absolute path"),
        ];
        return rules.Where(rule => !rule.Holds).Select(rule => $"The clip cannot be rendered: {rule.Problem}.");
    }
}
