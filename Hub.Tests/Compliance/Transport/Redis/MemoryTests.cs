using System.Globalization;
using FluentAssertions;
using Hub.Tests.Support;

namespace Hub.Tests.Compliance.Transport.Redis;

internal sealed class MemoryTests : RedisSpec
{
    [Test]
    public async Task What_was_consumed_leaves_nothing_behind()
    {
        const int Warmup = 1000;
        const int Hands = 20_000;
        const int Noise = 1024 * 1024;
        var seen = new Seen<int>();
        var bus = await StartBusAsync(factory => factory.ReceiveEndpoint("table", endpoint =>
        {
            endpoint.ConcurrentMessageLimit = 16;
            endpoint.PrefetchCount = 100;
            Notes(seen)(endpoint);
        }));
        await SendAsync(bus, Warmup);
        await seen.BecomesAsync(Warmup);
        await NothingIsLeftAsync();
        var (memory, keys) = (await UsedMemoryAsync(), await AskAsync("DBSIZE"));

        await SendAsync(bus, Hands);
        await seen.BecomesAsync(Warmup + Hands);

        await NothingIsLeftAsync();
        await Eventually.BecomesTrueAsync("memory is back where it was", async () => await UsedMemoryAsync() < memory + Noise);
        (await AskAsync("DBSIZE")).Should().Be(keys);
    }

    private static Task SendAsync(BusUnderTest bus, int hands)
        => Task.WhenAll(Enumerable.Range(0, 20).Select(sender => bus.SendHandsAsync("table", sender * hands / 20, hands / 20)));

    private async Task NothingIsLeftAsync() => await Eventually.BecomesTrueAsync("the queue is empty", async () =>
    {
        await using var inspector = Brokers.RedisInspector.Of(Broker.Settings);
        return (await inspector.Broker.MeasureAsync(CancellationToken.None)).All(depth => depth.Ready + depth.Pending + depth.Delayed == 0);
    });

    private async Task<long> UsedMemoryAsync() => long.Parse(await InfoAsync("memory", "used_memory"), CultureInfo.InvariantCulture);
}
