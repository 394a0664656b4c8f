using System.Diagnostics;

namespace Hub.Tests.Faults.Harness;

/// <summary>Waits for a condition, and says which one did not come true.</summary>
internal static class Waiting
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

    /// <exception cref="TimeoutException">Not in time.</exception>
    public static async Task UntilAsync(string condition, Func<Task<bool>> holds, TimeSpan within, CancellationToken cancellationToken)
    {
        for (var started = Stopwatch.GetTimestamp(); !await holds();)
        {
            if (Stopwatch.GetElapsedTime(started) > within)
                throw new TimeoutException($"Not within {within.TotalSeconds:0} s: {condition}");
            await Task.Delay(Pause, cancellationToken);
        }
    }
}
