using System.Diagnostics;
using Hub.Bench.Measuring;
using Hub.Bench.Transport.Contenders;

namespace Hub.Bench.Transport.Phases;

/// <summary>
/// Fast messages while slow ones, which outlast them, are being handled on the same queue. One slow message takes one of the
/// places; for a hundred there are a hundred more places, so that as many are left.
/// </summary>
/// <param name="messages">How many fast ones are measured.</param>
/// <param name="atLeast">How long a slow one takes at least.</param>
internal sealed class SlowMessagesPhase(int messages, TimeSpan atLeast) : IPhase
{
    private const int Many = 100;

    public Figure Alone { get; } = new("fast messages alone", "msg/s");

    public Figure BesideOne { get; } = new("fast messages, 1 slow beside", "msg/s");

    public Figure BesideMany { get; } = new($"fast messages, {Many} slow beside", "msg/s");

    public async Task MeasureAsync(IContender contender, Action<Figure, double> record)
    {
        record(Alone, await RateAsync(contender, 0, Endpoint.Places, Endpoint.Prefetch));
        record(BesideOne, await RateAsync(contender, 1, Endpoint.Places, Endpoint.Prefetch));
        record(BesideMany, await RateAsync(contender, Many, Endpoint.Places + Many, Endpoint.Prefetch + Many));
    }

    private async Task<double> RateAsync(IContender contender, int slow, int places, int prefetch)
    {
        await using var consuming = await contender.ConsumeAsync(places, prefetch);
        var slowSince = Stopwatch.GetTimestamp();
        for (var sent = 0; sent < slow; sent++)
            await contender.PublishAsync(new Parcel { SentAt = slowSince, IsSlow = true });
        await contender.Arrivals.WaitForSlowAsync(slow);

        var startedAt = Stopwatch.GetTimestamp();
        var arrived = contender.Arrivals.ExpectAsync(messages);
        await Senders.PublishAsync(contender, messages);
        await arrived;
        var rate = messages / Stopwatch.GetElapsedTime(startedAt).TotalSeconds;

        if (slow > 0 && atLeast - Stopwatch.GetElapsedTime(slowSince) is var left && left > TimeSpan.Zero)
            await Task.Delay(left);
        await contender.Arrivals.ReleaseSlowAsync();
        return rate;
    }
}
