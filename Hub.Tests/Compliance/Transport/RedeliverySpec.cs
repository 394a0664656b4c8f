using FluentAssertions;
using Hub.Tests.Compliance.Transport.Messages;
using MassTransit;

namespace Hub.Tests.Compliance.Transport;

[OnTransports(Capability.Redelivery)]
internal sealed class RedeliverySpec(TransportUnderTest transport) : TransportSpec(transport)
{
    [Test]
    public async Task A_message_that_was_begun_and_not_ended_comes_again_and_says_so()
    {
        var redelivered = new Seen<bool>();
        var bus = await StartBusAsync(factory => factory.ReceiveEndpoint("table", endpoint =>
        {
            OneByOne(endpoint);
            endpoint.RethrowFaultedMessages();
            endpoint.Handler<HandDealt>(context =>
            {
                redelivered.Add(context.ReceiveContext.Redelivered);
                return redelivered.Count < 3 ? throw new InvalidOperationException("Not yet.") : Task.CompletedTask;
            });
        }));

        await bus.SendAsync("table", new HandDealt(1));
        await redelivered.BecomesAsync(3, "deliveries");
        await bus.SendAsync("table", new HandDealt(2));

        await redelivered.BecomesAsync(4, "deliveries");
        redelivered.All.Should().Equal(false, true, true, false);
    }
}
