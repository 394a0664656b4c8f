using FluentAssertions;
using Hub.Tests.Compliance.Transport.Messages;
using MassTransit;

namespace Hub.Tests.Compliance.Transport;

[OnTransports(Capability.LockRenewal)]
internal sealed class LockRenewalSpec(TransportUnderTest transport) : TransportSpec(transport)
{
    [Test]
    public async Task A_consumer_that_takes_ten_times_as_long_as_its_lock_lasts_runs_once()
    {
        Broker.Lock = TimeSpan.FromSeconds(2);
        var (begun, ended) = (new Seen<int>(), new Seen<int>());
        var hosts = new List<BusUnderTest>();
        for (var host = 0; host < 2; host++)
        {
            hosts.Add(await StartBusAsync(factory => factory.ReceiveEndpoint("table", endpoint => endpoint.Handler<HandDealt>(async context =>
            {
                begun.Add(context.Message.Number);
                if (context.Message.Number == 0)
                    await Task.Delay(Broker.Lock * 10, context.CancellationToken);
                ended.Add(context.Message.Number);
            }))));
        }

        await hosts[0].SendAsync("table", new HandDealt(0));
        await ended.BecomesAsync(1);
        await hosts[0].SendHandsAsync("table", 1, 10);

        await ended.BecomesAsync(11);
        begun.All.Should().BeEquivalentTo(Enumerable.Range(0, 11));
    }
}
