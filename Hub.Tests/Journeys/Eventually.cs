using System.Diagnostics;

namespace Hub.Tests.Journeys;

/// <summary>Waits on a condition.</summary>
internal static class Eventually
{
    private static readonly TimeSpan Deadline = TimeSpan.FromSeconds(60);

    public static async Task BeTrueAsync(Func<Task<bool>> isTrue, string condition)
    {
        var started = Stopwatch.GetTimestamp();
        while (!await isTrue())
        {
            if (Stopwatch.GetElapsedTime(started) > Deadline)
                throw new TimeoutException($"Not within {Deadline.TotalSeconds} s: {condition}.");
            await Task.Delay(50);
        }
    }
}
