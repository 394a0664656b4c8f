using System.Diagnostics;
using FluentAssertions;
using Hub.Tests.Compliance.Transport.Messages;
using Hub.Tests.Support;
using MassTransit;

namespace Hub.Tests.Compliance.Transport;

[OnTransports(Capability.TimeToLive)]
internal sealed class TimeToLiveSpec(TransportUnderTest transport) : TransportSpec(transport)
{
    [Test]
    public async Task A_message_is_not_consumed_after_its_time()
    {
        var timeToLive = TimeSpan.FromMilliseconds(300);
        var (seen, gate) = (new Seen<int>(), new Gate());
        var bus = await StartBusAsync(factory => factory.ReceiveEndpoint("table", endpoint =>
        {
            OneByOne(endpoint);
            endpoint.Handler<HandDealt>(async context =>
            {
                seen.Add(context.Message.Number);
                await gate.PassAsync(context.CancellationToken);
            });
        }));
        await bus.SendAsync("table", new HandDealt(1));
        await gate.Reached;

        await bus.SendAsync("table", new HandDealt(2), context => context.TimeToLive = timeToLive);
        await bus.SendAsync("table", new HandDealt(3), context => context.TimeToLive = TimeSpan.FromHours(1));
        await bus.SendAsync("table", new HandDealt(4));
        var sent = Stopwatch.GetTimestamp();
        await Eventually.BecomesTrueAsync("the time is over", () => Task.FromResult(Stopwatch.GetElapsedTime(sent) > timeToLive * 2));
        gate.Open();

        await seen.BecomesAsync(3);
        seen.All.Should().Equal(1, 3, 4);
    }
}
