using FluentAssertions;
using Hub.Tests.Compliance.Transport.Messages;
using MassTransit;

namespace Hub.Tests.Compliance.Transport;

[OnTransports(Capability.SkippedQueue)]
internal sealed class SkippedQueueSpec(TransportUnderTest transport) : TransportSpec(transport)
{
    [Test]
    public async Task A_message_nobody_understands_waits_where_an_endpoint_can_read_it()
    {
        var hands = new Seen<int>();
        var skipped = new Seen<SeatTaken>();
        var bus = await StartBusAsync(factory =>
        {
            factory.ReceiveEndpoint("table", Notes(hands));
            factory.ReceiveEndpoint("table_skipped", endpoint =>
            {
                endpoint.ConfigureConsumeTopology = false;
                endpoint.Handler<SeatTaken>(context =>
                {
                    skipped.Add(context.Message);
                    return Task.CompletedTask;
                });
            });
        });

        await bus.SendAsync("table", new SeatTaken(3, "Ada"));
        await bus.SendAsync("table", new HandDealt(1));

        await Task.WhenAll(skipped.BecomesAsync(1), hands.BecomesAsync(1));
        skipped.All.Should().Equal(new SeatTaken(3, "Ada"));
        hands.All.Should().Equal(1);
    }
}
