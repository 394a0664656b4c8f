using FluentAssertions;
using Hub.Tests.Compliance.Transport.Messages;
using MassTransit;

namespace Hub.Tests.Compliance.Transport;

[OnTransports(Capability.PolymorphicPublish)]
internal sealed class PolymorphicSpec(TransportUnderTest transport) : TransportSpec(transport)
{
    [Test]
    public async Task A_message_reaches_those_who_subscribe_to_its_interface_or_its_base_class()
    {
        var (byInterface, byBase, hands) = (new Seen<int>(), new Seen<int>(), new Seen<int>());
        var bus = await StartBusAsync(factory =>
        {
            factory.ReceiveEndpoint("by-interface", endpoint => Take<ISeatEvent>(endpoint, seat => byInterface.Add(seat.Number)));
            factory.ReceiveEndpoint("by-base", endpoint => Take<TableEvent>(endpoint, table => byBase.Add(table.Number)));
            factory.ReceiveEndpoint("others", Notes(hands));
        });

        await bus.PublishAsync(new SeatTaken(7, "Ada"));

        await Task.WhenAll(byInterface.BecomesAsync(1, "messages by interface"), byBase.BecomesAsync(1, "messages by base class"));
        byInterface.All.Should().Equal(7);
        byBase.All.Should().Equal(7);
        hands.All.Should().BeEmpty();
    }

    [Test]
    public async Task A_queue_that_subscribes_twice_gets_one_copy_and_each_of_its_consumers_gets_it_once()
    {
        var (byInterface, byBase, byClass) = (new Seen<int>(), new Seen<int>(), new Seen<int>());
        var bus = await StartBusAsync(factory => factory.ReceiveEndpoint("table", endpoint =>
        {
            OneByOne(endpoint);
            Take<ISeatEvent>(endpoint, seat => byInterface.Add(seat.Number));
            Take<TableEvent>(endpoint, table => byBase.Add(table.Number));
            Take<SeatTaken>(endpoint, taken => byClass.Add(taken.Number));
        }));

        await bus.PublishAsync(new SeatTaken(1, "Ada"));
        await bus.PublishAsync(new SeatTaken(2, "Béla"));

        await Task.WhenAll(byInterface.BecomesAsync(2), byBase.BecomesAsync(2), byClass.BecomesAsync(2));
        byInterface.All.Should().Equal(1, 2);
        byBase.All.Should().Equal(1, 2);
        byClass.All.Should().Equal(1, 2);
    }

    [Test]
    public async Task A_message_published_as_an_interface_reaches_those_who_subscribe_to_that()
    {
        var seen = new Seen<int>();
        var bus = await StartBusAsync(factory => factory.ReceiveEndpoint("table", endpoint => Take<ISeatEvent>(endpoint, seat => seen.Add(seat.Number))));

        await bus.Bus.Publish<ISeatEvent>(new { Number = 5 });

        await seen.BecomesAsync(1);
        seen.All.Should().Equal(5);
    }

    private static void Take<T>(IReceiveEndpointConfigurator endpoint, Action<T> take)
        where T : class
        => endpoint.Handler<T>(context =>
        {
            take(context.Message);
            return Task.CompletedTask;
        });
}
