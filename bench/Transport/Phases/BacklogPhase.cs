using System.Diagnostics;
using Hub.Bench.Measuring;
using Hub.Bench.Transport.Contenders;

namespace Hub.Bench.Transport.Phases;

/// <summary>Fills the queue while nobody consumes, then drains it while nobody sends.</summary>
internal sealed class BacklogPhase(int messages) : IPhase
{
    public Figure Fill { get; } = new("fill", "msg/s");

    public Figure Drain { get; } = new("drain", "msg/s");

    public async Task MeasureAsync(IContender contender, Action<Figure, double> record)
    {
        var startedAt = Stopwatch.GetTimestamp();
        await Senders.PublishAsync(contender, messages);
        record(Fill, messages / Stopwatch.GetElapsedTime(startedAt).TotalSeconds);

        var drained = contender.Arrivals.ExpectAsync(messages);
        await using var consuming = await contender.ConsumeAsync(Endpoint.Places, Endpoint.Prefetch);
        await drained;
        record(Drain, messages / contender.Arrivals.Duration.TotalSeconds);
    }
}
