using FluentAssertions;
using Hub.Tests.Compliance.Brokers;
using Hub.Tests.Compliance.Transport.Messages;

namespace Hub.Tests.Compliance.Transport;

[OnTransports(Capability.Prefixes)]
internal sealed class PrefixSpec(TransportUnderTest transport) : TransportSpec(transport)
{
    [Test]
    public async Task Two_hubs_on_one_server_do_not_see_each_other()
    {
        await using var neighbour = await Transport.OpenAsync();
        Authority(neighbour).Should().Be(Authority(Broker), "they share the server");
        var (ours, theirs) = (new Seen<int>(), new Seen<int>());
        var our = await StartBusAsync(factory => factory.ReceiveEndpoint("table", Notes(ours)));
        await using var their = await BusUnderTest.StartAsync(neighbour, factory => factory.ReceiveEndpoint("table", Notes(theirs)));

        foreach (var number in Enumerable.Range(1, 50))
        {
            await our.PublishAsync(new HandDealt(number));
            await their.SendAsync("table", new HandDealt(100 + number));
        }

        await Task.WhenAll(ours.BecomesAsync(50), theirs.BecomesAsync(50));
        ours.All.Should().BeEquivalentTo(Enumerable.Range(1, 50));
        theirs.All.Should().BeEquivalentTo(Enumerable.Range(101, 50));
    }

    /// <summary>The address without what sets the two apart.</summary>
    private static string Authority(Broker broker) => broker is RedisBroker redis ? redis.ConnectionString : new Uri(broker.Address).Authority;
}
