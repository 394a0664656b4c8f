using FluentAssertions;
using Hub.Tests.Compliance.Transport.Messages;
using MassTransit;

namespace Hub.Tests.Compliance.Transport;

[OnTransports]
internal sealed class ConcurrencySpec(TransportUnderTest transport) : TransportSpec(transport)
{
    [Test]
    public async Task An_endpoint_works_on_as_many_messages_as_it_may_and_on_no_more()
    {
        const int Limit = 5;
        var (seen, rendezvous) = (new Seen<int>(), new Rendezvous(Limit));
        var (running, most) = (0, 0);
        var bus = await StartBusAsync(factory => factory.ReceiveEndpoint("table", endpoint =>
        {
            endpoint.ConcurrentMessageLimit = Limit;
            endpoint.PrefetchCount = 4 * Limit;
            endpoint.Handler<HandDealt>(async context =>
            {
                var now = Interlocked.Increment(ref running);
                InterlockedMax(ref most, now);
                // Nobody goes on before all places are taken.
                await rendezvous.MeetAsync(context.CancellationToken);
                Interlocked.Decrement(ref running);
                seen.Add(context.Message.Number);
            });
        }));

        await bus.SendHandsAsync("table", 1, 20 * Limit);

        await seen.BecomesAsync(20 * Limit);
        seen.All.Should().BeEquivalentTo(Enumerable.Range(1, 20 * Limit));
        most.Should().Be(Limit);
    }

    private static void InterlockedMax(ref int most, int value)
    {
        int known;
        while (value > (known = Volatile.Read(ref most)) && Interlocked.CompareExchange(ref most, value, known) != known)
        {
            // Somebody else was faster: compare again.
        }
    }
}
