using System.Globalization;

namespace Hub.Modules.Render.Engines;

/// <summary>
/// Judges whether a clip gets on. Only frames count: an engine that says the same again, or prints whatever it likes, may hang all the
/// same.
/// </summary>
internal sealed class ProgressWatch(EngineLimits limits, TimeProvider clock, Func<long> bytesWritten)
{
    private long _lastAt = clock.GetTimestamp();
    private (int Done, long At)? _first;
    private TimeSpan _limit = limits.Stall;
    private int _done;
    private bool _isFinishing;

    /// <summary>Time until it counts as hanging; zero or more.</summary>
    public TimeSpan Left => _limit - clock.GetElapsedTime(_lastAt) is var left && left > TimeSpan.Zero ? left : TimeSpan.Zero;

    /// <summary>Takes note of what the engine says it has done.</summary>
    public void Report(int done, int total)
    {
        if (done <= _done)
        {
            return;
        }

        (_done, _lastAt) = (done, clock.GetTimestamp());
        _first ??= (done, _lastAt);
        _isFinishing = done >= total;
        if (_isFinishing)
        {
            _limit = limits.FinishAt(Pace(), bytesWritten());
        }
    }

    /// <summary>From the first report: what comes before it is done once.</summary>
    private TimeSpan Pace()
        => _first is { } first && _done > first.Done ? clock.GetElapsedTime(first.At, _lastAt) / (_done - first.Done) : TimeSpan.Zero;

    /// <summary>For the operator: what it was at, and for how long.</summary>
    public TimeoutException Hung()
    {
        var seconds = _limit.TotalSeconds.ToString("0", CultureInfo.InvariantCulture);
        return new TimeoutException(_isFinishing
            ? $"The engine did not finish the file within {seconds} s of its last frame and was killed."
            : $"The engine reported no progress for {seconds} s, {_done} frames done, and was killed.");
    }
}
