using FluentAssertions;
using Hub.Tests.Compliance.Transport.Messages;
using MassTransit;

namespace Hub.Tests.Compliance.Transport;

[OnTransports(Capability.PriorityLanes)]
internal sealed class PrioritySpec(TransportUnderTest transport) : TransportSpec(transport)
{
    [Test]
    public async Task An_urgent_message_overtakes_those_that_wait_and_they_come_after_it()
    {
        const int Backlog = 50;
        const int Urgent = 1000;
        var (seen, gate) = (new Seen<int>(), new Gate());
        var bus = await StartBusAsync(factory => factory.ReceiveEndpoint("table", endpoint =>
        {
            OneByOne(endpoint);
            Broker.TellsUrgent(endpoint);
            endpoint.Handler<HandDealt>(async context =>
            {
                seen.Add(context.Message.Number);
                await gate.PassAsync(context.CancellationToken);
            });
        }));

        await bus.SendHandsAsync("table", 1, Backlog);
        await gate.Reached;
        await bus.SendAsync("table", new HandDealt(Urgent), Broker.MakeUrgent);
        await bus.PublishAsync(new HandDealt(Urgent + 1), Broker.MakeUrgent);
        gate.Open();

        await seen.BecomesAsync(Backlog + 2);
        seen.All.Should().Equal([1, Urgent, Urgent + 1, .. Enumerable.Range(2, Backlog - 1)]);
    }
}
