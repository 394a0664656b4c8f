using System.Diagnostics;

namespace Hub.Tests.Support;

/// <summary>Waits for a condition, and says which one did not come true.</summary>
internal static class Eventually
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    public static async Task BecomesTrueAsync(string condition, Func<Task<bool>> holds, TimeSpan? within = null)
    {
        var started = Stopwatch.GetTimestamp();
        while (!await holds())
        {
            if (Stopwatch.GetElapsedTime(started) > (within ?? Patience))
            {
                Assert.Fail($"Not within {(within ?? Patience).TotalSeconds} s: {condition}");
            }

            await Task.Delay(20);
        }
    }
}
