using Hub.Contracts.Engine;

namespace Hub.Adapters.Rendering.Lottie;

/// <summary>What a clip may ask for; the ranges of <see cref="RenderClip"/>.</summary>
internal static class ClipLimits
{
    private const int LongestSeconds = 600;

    public static void Check(RenderClip clip)
    {
        Require(clip.Width is >= 16 and <= 8192, $"width {clip.Width} is not between 16 and 8192");
        Require(clip.Height is >= 16 and <= 8192, $"height {clip.Height} is not between 16 and 8192");
        Require(clip.FramesPerSecond is >= 1 and <= 120, $"{clip.FramesPerSecond} frames per second is not between 1 and 120");
        Require(
            clip.DurationFrames is not { } frames || (frames > 0 && frames <= LongestSeconds * clip.FramesPerSecond),
            $"{clip.DurationFrames} frames is not between 1 and {LongestSeconds} s");
        Require(Enum.IsDefined(clip.Format), $"the format {clip.Format} is not supported by the engine '{LottieEngine.EngineName}'");
        Require(
            clip.Format != ClipFormat.Mp4 || (clip.Width % 2 == 0 && clip.Height % 2 == 0),
            $"{clip.Width} × {clip.Height} is not possible in an mp4: width and height must be even");
        Require(clip.Quality is >= 0 and <= 100, $"quality {clip.Quality} is not between 0 and 100");
        Require(Path.IsPathFullyQualified(clip.OutputFile), $"the output file '{clip.OutputFile}' is not an absolute path");
        Require(Path.IsPathFullyQualified(clip.CompositionFile), $"the composition '{clip.CompositionFile}' is not an absolute path");
    }

    private static void Require(bool holds, string problem)
    {
        if (!holds) throw new RenderEngineException($"The clip cannot be rendered: {problem}.", isFinal: true);
    }
}
