using Hub.Contracts.Engine;

namespace Hub.Adapters.Rendering.Lottie.Ffmpeg;

/// <summary>What ffmpeg's failure means for the job.</summary>
internal static class FfmpegFailure
{
    // ffmpeg has no other machine-readable answer; these are strerror's texts and ffmpeg's own, unchanged for years.
    private static readonly string[] FinalSigns = ["Unknown encoder", "Unrecognized option", "Option not found", "Invalid argument", "No such filter"];

    // The disk's or the share's doing. An "Input/output error" may be anything's, and a file that grows too large is the clip's own.
    private static readonly string[] OutputSigns = ["No space left on device", "Disk quota exceeded", "Read-only file system", "Stale file handle", "Transport endpoint is not connected"];

    /// <summary>
    /// Wrong calls are final. Everything else (disk full, I/O error, killed by the system) may pass: retrying costs little, while
    /// giving up loses a graphic on air.
    /// </summary>
    public static RenderEngineException From(int exitCode, string errors, Exception? cause = null)
    {
        var isFinal = FinalSigns.Any(sign => errors.Contains(sign, StringComparison.OrdinalIgnoreCase));
        return new RenderEngineException($"ffmpeg ended with code {exitCode}: {(errors.Length > 0 ? errors : "it said nothing")}", isFinal, cause)
        {
            IsOutputFault = !isFinal && OutputSigns.Any(sign => errors.Contains(sign, StringComparison.OrdinalIgnoreCase)),
        };
    }
}
