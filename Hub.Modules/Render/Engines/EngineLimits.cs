namespace Hub.Modules.Render.Engines;

/// <summary>How long a clip may go without getting on, by what it is at. None is a limit for a clip as a whole.</summary>
/// <param name="Stall">From the order to the first frame, and from one frame to the next.</param>
/// <param name="Finish">From the last frame to the word that the file is on disk; more where there is more left to do.</param>
internal sealed record EngineLimits(TimeSpan Stall, TimeSpan Finish)
{
    /// <summary>Encoders hold frames back to look ahead: this many at most.</summary>
    private const int FramesHeldBack = 32;

    /// <summary>A share over a busy gigabit line; a flush of what is still in memory goes no faster.</summary>
    private const double SlowestBytesPerSecond = 50_000_000;

    /// <summary>The time after the last frame, by the pace of those before and by the size of the file.</summary>
    /// <param name="pace">Time from one frame to the next so far, on average.</param>
    /// <param name="bytesWritten">Size of the file so far.</param>
    public TimeSpan FinishAt(TimeSpan pace, long bytesWritten)
        => Finish + (pace * FramesHeldBack) + TimeSpan.FromSeconds(bytesWritten / SlowestBytesPerSecond);
}
