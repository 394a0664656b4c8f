using FluentAssertions;
using Hub.Tests.Compliance.Transport.Messages;
using MassTransit;

namespace Hub.Tests.Compliance.Transport;

[OnTransports(Capability.DeliveryLimit)]
internal sealed class DeliveryLimitSpec(TransportUnderTest transport) : TransportSpec(transport)
{
    [Test]
    public async Task A_message_that_is_never_ended_is_put_aside_after_its_last_delivery()
    {
        const int Limit = 3;
        var (begun, putAside) = (new Seen<int>(), new Seen<int>());
        var bus = await StartBusAsync(factory =>
        {
            factory.ReceiveEndpoint("table", endpoint =>
            {
                OneByOne(endpoint);
                Broker.LimitDeliveries(endpoint, Limit);
                endpoint.RethrowFaultedMessages();
                endpoint.Handler<HandDealt>(context =>
                {
                    begun.Add(context.Message.Number);
                    return context.Message.Number == 13 ? throw new InvalidOperationException("Never.") : Task.CompletedTask;
                });
            });
            factory.ReceiveEndpoint("table_error", endpoint =>
            {
                endpoint.ConfigureConsumeTopology = false;
                Notes(putAside)(endpoint);
            });
        });

        await bus.SendAsync("table", new HandDealt(13));
        await bus.SendAsync("table", new HandDealt(1));

        await Task.WhenAll(putAside.BecomesAsync(1), begun.BecomesAsync(Limit + 1));
        begun.All.Should().BeEquivalentTo([13, 13, 13, 1]);
        putAside.All.Should().Equal(13);
    }
}
