using System.Diagnostics;
using HdrHistogram;

namespace Hub.Bench.Measuring;

/// <summary>How long something took, each time it was done. Several threads may add.</summary>
internal sealed class Latencies
{
    private const long Longest = 120_000_000_000;
    private const int Digits = 3;
    private const double Nanoseconds = 1e6;
    private readonly LongConcurrentHistogram _histogram = new(1, Longest, Digits);

    public long Count => _histogram.TotalCount;

    /// <summary>Milliseconds.</summary>
    public double P50 => _histogram.GetValueAtPercentile(50) / Nanoseconds;

    /// <summary>Milliseconds.</summary>
    public double P99 => _histogram.GetValueAtPercentile(99) / Nanoseconds;

    /// <param name="startedAt">A timestamp of <see cref="Stopwatch"/>.</param>
    public void AddSince(long startedAt) => Add(Stopwatch.GetElapsedTime(startedAt));

    public void Add(TimeSpan elapsed) => _histogram.RecordValue(Math.Clamp((long)elapsed.TotalNanoseconds, 1, Longest));
}
