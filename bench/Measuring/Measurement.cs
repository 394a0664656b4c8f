using System.Diagnostics;

namespace Hub.Bench.Measuring;

/// <summary>What one run of something took.</summary>
/// <param name="Seconds">Wall clock.</param>
/// <param name="ProcessorSeconds">Processor time, ended children included.</param>
/// <param name="PeakMegabytes">Most resident memory, children included.</param>
internal sealed record Measurement(double Seconds, double ProcessorSeconds, double PeakMegabytes)
{
    public static async Task<Measurement> OfAsync(Func<Task> action)
    {
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        await using var memory = new PeakMemory();
        var processor = ProcessorTime.Seconds();
        var started = Stopwatch.GetTimestamp();
        await action();
        return new(Stopwatch.GetElapsedTime(started).TotalSeconds, ProcessorTime.Seconds() - processor, memory.Megabytes);
    }

    /// <summary>Each figure's own median: one run that was disturbed does not count.</summary>
    public static Measurement Median(IReadOnlyCollection<Measurement> runs)
        => new(Middle(runs.Select(run => run.Seconds)), Middle(runs.Select(run => run.ProcessorSeconds)), Middle(runs.Select(run => run.PeakMegabytes)));

    private static double Middle(IEnumerable<double> figures)
    {
        double[] sorted = [.. figures.Order()];
        return sorted[sorted.Length / 2];
    }
}
