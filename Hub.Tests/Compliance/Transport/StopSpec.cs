using FluentAssertions;
using Hub.Tests.Compliance.Transport.Messages;
using MassTransit;

namespace Hub.Tests.Compliance.Transport;

[OnTransports]
internal sealed class StopSpec(TransportUnderTest transport) : TransportSpec(transport)
{
    [Test]
    public async Task A_stop_waits_for_the_message_at_work_and_does_not_disturb_it()
    {
        var (ended, gate) = (new Seen<bool>(), new Gate());
        var bus = await StartBusAsync(factory => factory.ReceiveEndpoint("table", endpoint => endpoint.Handler<HandDealt>(async context =>
        {
            await gate.PassAsync(CancellationToken.None);
            ended.Add(context.CancellationToken.IsCancellationRequested);
        })));
        await bus.SendAsync("table", new HandDealt(1));
        await gate.Reached;

        var stop = bus.StopAsync();
        (await Task.WhenAny(stop, Task.Delay(TimeSpan.FromMilliseconds(500)))).Should().NotBe(stop, "a message is at work");
        gate.Open();
        await stop;

        ended.All.Should().Equal(false);
    }
}
