using FluentAssertions;
using Hub.Tests.Compliance.Transport.Messages;
using MassTransit;

namespace Hub.Tests.Compliance.Transport;

[OnTransports]
internal sealed class BacklogSpec(TransportUnderTest transport) : TransportSpec(transport)
{
    [Test]
    public async Task A_backlog_of_twenty_thousand_messages_is_drained_completely_and_each_runs_once()
    {
        const int Hands = 20_000;
        const int Senders = 32;
        var (seen, gate) = (new Seen<int>(), new Gate());
        var bus = await StartBusAsync(factory => factory.ReceiveEndpoint("table", endpoint =>
        {
            endpoint.ConcurrentMessageLimit = 16;
            endpoint.PrefetchCount = 100;
            endpoint.Handler<HandDealt>(async context =>
            {
                await gate.PassAsync(context.CancellationToken);
                seen.Add(context.Message.Number);
            });
        }));
        await Task.WhenAll(Enumerable.Range(0, Senders).Select(sender => bus.SendHandsAsync("table", sender * Hands / Senders, Hands / Senders)));

        gate.Open();

        await seen.BecomesAsync(Hands);
        await bus.SendAsync("table", new HandDealt(Hands));
        await seen.BecomesAsync(Hands + 1);
        seen.All.Order().Should().Equal(Enumerable.Range(0, Hands + 1));
    }
}
