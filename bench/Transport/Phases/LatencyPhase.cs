using System.Diagnostics;
using Hub.Bench.Measuring;
using Hub.Bench.Transport.Contenders;

namespace Hub.Bench.Transport.Phases;

/// <summary>One message at a time through an idle queue: from just before the publish to the start of its handler, and until the publish returns.</summary>
/// <param name="name">Said before each figure.</param>
/// <param name="messages">How many are measured.</param>
/// <param name="pause">From one to the next; zero for back to back.</param>
internal sealed class LatencyPhase(string name, int messages, TimeSpan pause) : IPhase
{
    private const int WarmUp = 50;

    public Figure ArrivalP50 { get; } = new($"{name}: publish → consume p50", "ms");

    public Figure ArrivalP99 { get; } = new($"{name}: publish → consume p99", "ms");

    public Figure ReturnP50 { get; } = new($"{name}: publish returns p50", "ms");

    public Figure ReturnP99 { get; } = new($"{name}: publish returns p99", "ms");

    public async Task MeasureAsync(IContender contender, Action<Figure, double> record)
    {
        await using var consuming = await contender.ConsumeAsync(Endpoint.Places, Endpoint.Prefetch);
        await SendAsync(contender, WarmUp, new(), new());
        Latencies arrivals = new(), returns = new();
        await SendAsync(contender, messages, arrivals, returns);
        record(ArrivalP50, arrivals.P50);
        record(ArrivalP99, arrivals.P99);
        record(ReturnP50, returns.P50);
        record(ReturnP99, returns.P99);
    }

    private async Task SendAsync(IContender contender, int count, Latencies arrivals, Latencies returns)
    {
        for (var sent = 0; sent < count; sent++)
        {
            if (pause > TimeSpan.Zero)
                await Task.Delay(pause);
            var arrival = contender.Arrivals.ExpectAsync(1, arrivals);
            var startedAt = Stopwatch.GetTimestamp();
            await contender.PublishAsync(new Parcel { SentAt = startedAt });
            returns.AddSince(startedAt);
            await arrival;
        }
    }
}
