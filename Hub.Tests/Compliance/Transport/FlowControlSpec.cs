using System.Diagnostics;
using FluentAssertions;
using Hub.Tests.Compliance.Transport.Messages;
using MassTransit;

namespace Hub.Tests.Compliance.Transport;

/// <summary>Alone: it compares times.</summary>
[OnTransports(Capability.FlowControl)]
[NonParallelizable]
internal sealed class FlowControlSpec(TransportUnderTest transport) : TransportSpec(transport)
{
    /// <summary>With a queue engine that stalls beside a slow message these take 13 s, else well below one.</summary>
    private const int Hands = 2000;

    private const int Slow = 0;
    private static readonly TimeSpan Noise = TimeSpan.FromSeconds(2);

    [Test]
    public async Task Messages_beside_one_that_takes_long_are_about_as_fast_as_alone()
    {
        var (seen, gate) = (new Seen<int>(), new Gate());
        var bus = await StartBusAsync(factory => factory.ReceiveEndpoint("table", endpoint =>
        {
            endpoint.ConcurrentMessageLimit = 16;
            endpoint.PrefetchCount = 64;
            endpoint.Handler<HandDealt>(async context =>
            {
                if (context.Message.Number == Slow)
                    await gate.PassAsync(context.CancellationToken);
                seen.Add(context.Message.Number);
            });
        }));
        await RunAsync(bus, seen, 1);
        var alone = await RunAsync(bus, seen, 1 + Hands);
        await bus.SendAsync("table", new HandDealt(Slow));
        await gate.Reached;

        var beside = await RunAsync(bus, seen, 1 + (2 * Hands));

        seen.All.Should().NotContain(Slow, "it is still at work");
        beside.Should().BeLessThan((alone * 3) + Noise);
        gate.Open();
        await seen.BecomesAsync((3 * Hands) + 1);
        seen.All.Order().Should().Equal(Enumerable.Range(0, (3 * Hands) + 1));
    }

    private static async Task<TimeSpan> RunAsync(BusUnderTest bus, Seen<int> seen, int from)
    {
        var (started, expected) = (Stopwatch.GetTimestamp(), seen.Count + Hands);
        await Task.WhenAll(Enumerable.Range(0, 20).Select(sender => bus.SendHandsAsync("table", from + (sender * Hands / 20), Hands / 20)));
        await seen.BecomesAsync(expected);
        return Stopwatch.GetElapsedTime(started);
    }
}
