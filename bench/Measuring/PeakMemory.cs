using System.Diagnostics;
using System.Globalization;

namespace Hub.Bench.Measuring;

/// <summary>Most resident memory of this process and its children while something runs, looked at every few milliseconds.</summary>
internal sealed class PeakMemory : IAsyncDisposable
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(20);
    private readonly CancellationTokenSource _ending = new();
    private readonly Task _watching;
    private long _most;

    public PeakMemory() => _watching = Task.Run(WatchAsync);

    /// <summary>Megabytes (2²⁰ bytes) so far; 0 where the system has no /proc.</summary>
    public double Megabytes => _most / (double)(1 << 20);

    public async ValueTask DisposeAsync()
    {
        await _ending.CancelAsync();
        await _watching.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _ending.Dispose();
    }

    private async Task WatchAsync()
    {
        while (OperatingSystem.IsLinux())
        {
            _most = Math.Max(_most, Children().Append(Environment.ProcessId).Sum(Resident));
            await Task.Delay(Interval, _ending.Token);
        }
    }

    private static IEnumerable<int> Children()
        => Directory.EnumerateDirectories("/proc/self/task")
            .SelectMany(thread => Read(Path.Combine(thread, "children")).Split(' ', StringSplitOptions.RemoveEmptyEntries))
            .Select(child => int.Parse(child, CultureInfo.InvariantCulture));

    private static long Resident(int process)
        => Read($"/proc/{process}/statm").Split(' ') is [_, var pages, ..] ? long.Parse(pages, CultureInfo.InvariantCulture) * Environment.SystemPageSize : 0;

    // Threads and children come and go while they are listed.
    private static string Read(string file)
    {
        try
        {
            return File.ReadAllText(file);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            Debug.WriteLine(exception.Message);
            return "";
        }
    }
}
