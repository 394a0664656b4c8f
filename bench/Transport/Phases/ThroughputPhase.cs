using System.Diagnostics;
using Hub.Bench.Measuring;
using Hub.Bench.Transport.Contenders;

namespace Hub.Bench.Transport.Phases;

/// <summary>Sends and consumes at the same time.</summary>
internal sealed class ThroughputPhase(int messages) : IPhase
{
    private const double Microseconds = 1e6;

    public Figure Rate { get; } = new("send and consume", "msg/s");

    /// <summary>Processor time of this process, which does all but the server's part.</summary>
    public Figure Processor { get; } = new("send and consume: processor", "µs/msg");

    public async Task MeasureAsync(IContender contender, Action<Figure, double> record)
    {
        await using var consuming = await contender.ConsumeAsync(Endpoint.Places, Endpoint.Prefetch);
        var processor = Environment.CpuUsage.TotalTime;
        var startedAt = Stopwatch.GetTimestamp();
        var arrived = contender.Arrivals.ExpectAsync(messages);
        await Senders.PublishAsync(contender, messages);
        await arrived;
        record(Rate, messages / Stopwatch.GetElapsedTime(startedAt).TotalSeconds);
        record(Processor, (Environment.CpuUsage.TotalTime - processor).TotalSeconds / messages * Microseconds);
    }
}
