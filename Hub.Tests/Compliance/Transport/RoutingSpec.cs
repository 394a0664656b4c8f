using FluentAssertions;
using Hub.Tests.Compliance.Transport.Messages;
using MassTransit;

namespace Hub.Tests.Compliance.Transport;

[OnTransports]
internal sealed class RoutingSpec(TransportUnderTest transport) : TransportSpec(transport)
{
    private static readonly string[] Tables = ["table-one", "table-two", "table-three"];

    [Test]
    public async Task A_message_sent_to_a_queue_reaches_that_queue_only()
    {
        var seen = Tables.ToDictionary(table => table, _ => new Seen<int>(), StringComparer.Ordinal);
        var bus = await StartBusAsync(factory => Subscribe(factory, seen));

        await bus.SendAsync(Tables[0], new HandDealt(1));
        foreach (var table in Tables)
            await bus.SendAsync(table, new HandDealt(2));

        await Task.WhenAll(seen.Values.Select(table => table.BecomesAsync(1)));
        await seen[Tables[0]].BecomesAsync(2);
        seen[Tables[0]].All.Should().Equal(1, 2);
        seen[Tables[1]].All.Should().Equal(2);
        seen[Tables[2]].All.Should().Equal(2);
    }

    [Test]
    public async Task A_published_message_reaches_every_subscriber_once_and_in_order()
    {
        const int Hands = 100;
        var seen = Tables.ToDictionary(table => table, _ => new Seen<int>(), StringComparer.Ordinal);
        var bus = await StartBusAsync(factory => Subscribe(factory, seen));

        foreach (var number in Enumerable.Range(1, Hands))
            await bus.PublishAsync(new HandDealt(number));

        await Task.WhenAll(seen.Values.Select(table => table.BecomesAsync(Hands)));
        seen.Values.Should().OnlyContain(table => table.All.SequenceEqual(Enumerable.Range(1, Hands)));
    }

    [Test]
    public async Task A_message_nobody_subscribes_to_is_no_error()
    {
        var bus = await StartBusAsync();

        await bus.Awaiting(sender => sender.PublishAsync(new DeckShuffled())).Should().NotThrowAsync();
    }

    [Test]
    public async Task A_consumer_can_send_and_publish()
    {
        var seen = new Seen<int>();
        var bus = await StartBusAsync(factory =>
        {
            factory.ReceiveEndpoint("dealer", endpoint => endpoint.Handler<DeckShuffled>(async context =>
            {
                await context.Publish(new HandDealt(1));
                await (await context.GetSendEndpoint(Broker.AddressOf("table"))).Send(new HandDealt(2));
            }));
            factory.ReceiveEndpoint("table", Notes(seen));
        });

        await bus.PublishAsync(new DeckShuffled());

        await seen.BecomesAsync(2);
        seen.All.Should().BeEquivalentTo([1, 2]);
    }

    private static void Subscribe(IBusFactoryConfigurator factory, Dictionary<string, Seen<int>> seen)
    {
        foreach (var (table, hands) in seen)
        {
            factory.ReceiveEndpoint(table, endpoint =>
            {
                OneByOne(endpoint);
                Notes(hands)(endpoint);
            });
        }
    }
}
