using System.Diagnostics;
using FluentAssertions;
using Hub.Tests.Compliance.Transport.Messages;
using MassTransit;

namespace Hub.Tests.Compliance.Transport;

/// <summary>Two hosts on one queue.</summary>
[OnTransports(Capability.CompetingProcesses)]
internal sealed class CompetingSpec(TransportUnderTest transport) : TransportSpec(transport)
{
    [Test]
    public async Task Hosts_share_a_queue_and_no_message_goes_to_both()
    {
        const int Hands = 200;
        var (first, second, rendezvous) = (new Seen<int>(), new Seen<int>(), new Rendezvous(2));
        foreach (var seen in new[] { first, second })
            await StartBusAsync(Table(limit: 1, prefetch: 1, seen, context => rendezvous.MeetAsync(context.CancellationToken)));
        var sender = await StartBusAsync();

        await sender.SendHandsAsync("table", 1, Hands);

        await Task.WhenAll(first.BecomesAsync(Hands / 2), second.BecomesAsync(Hands / 2));
        first.All.Concat(second.All).Should().BeEquivalentTo(Enumerable.Range(1, Hands));
    }

    [Test]
    public async Task A_host_takes_no_more_ahead_than_it_may()
    {
        var (busy, other, gate) = (new Seen<int>(), new Seen<int>(), new Gate());
        await LeaveBacklogAsync(20);
        await StartBusAsync(Table(limit: 1, prefetch: 4, busy, context => gate.PassAsync(context.CancellationToken)));
        await gate.Reached;

        await StartBusAsync(Table(limit: 1, prefetch: 4, other));

        await other.BecomesAsync(16);
        gate.Open();
        await busy.BecomesAsync(1);
        await AllAreSeenOnceAsync(20, busy, other);
    }

    [Test]
    public async Task What_a_host_holds_ready_when_it_stops_goes_to_the_others_at_once_and_nothing_runs_twice()
    {
        // Only what is given back can come to the other host: no lock ends in the time that this waits.
        Broker.Lock = TimeSpan.FromMinutes(10);
        const int Hands = 30;
        var (begun, stopping, other, gate) = (new Seen<int>(), new Seen<int>(), new Seen<int>(), new Gate());
        await LeaveBacklogAsync(Hands);
        var leaving = await StartBusAsync(Table(limit: 1, prefetch: 50, stopping, context =>
        {
            begun.Add(context.Message.Number);
            return gate.PassAsync(context.CancellationToken);
        }));
        await gate.Reached;

        var stop = leaving.StopAsync();
        await StartBusAsync(Table(limit: 1, prefetch: 50, other));
        stop.IsCompleted.Should().BeFalse("a message is still at work");
        gate.Open();
        await stop;
        var stopped = Stopwatch.GetTimestamp();

        await other.BecomesAsync(Hands - 1);
        Stopwatch.GetElapsedTime(stopped).Should().BeLessThan(TimeSpan.FromSeconds(Hands / 2), "none of them waits for a look that is made once a second");
        begun.All.Should().Equal(1);
        stopping.All.Should().Equal(1);
        other.All.Should().BeEquivalentTo(Enumerable.Range(2, Hands - 1));
    }

    [Test]
    public async Task What_is_sent_while_no_host_runs_waits_for_the_next_one()
    {
        var (before, after) = (new Seen<int>(), new Seen<int>());
        var first = await StartBusAsync(Table(limit: 4, prefetch: 8, before));
        var sender = await StartBusAsync();
        await sender.SendHandsAsync("table", 1, 10);
        await before.BecomesAsync(10);
        await first.StopAsync();
        await sender.SendHandsAsync("table", 11, 10);
        await sender.PublishAsync(new HandDealt(21));

        await StartBusAsync(Table(limit: 4, prefetch: 8, after));

        await after.BecomesAsync(11);
        before.All.Should().BeEquivalentTo(Enumerable.Range(1, 10));
        after.All.Should().BeEquivalentTo(Enumerable.Range(11, 11));
    }

    /// <summary>So many wait before any host reads, so that the first one takes as many ahead as it may.</summary>
    private async Task LeaveBacklogAsync(int hands)
    {
        var declaring = await StartBusAsync(Table(limit: 1, prefetch: 1, new Seen<int>()));
        await declaring.StopAsync();
        var sender = await StartBusAsync();
        await sender.SendHandsAsync("table", 1, hands);
    }

    private static Action<IBusFactoryConfigurator> Table(int limit, int prefetch, Seen<int> ended, Func<ConsumeContext<HandDealt>, Task>? work = null)
        => factory => factory.ReceiveEndpoint("table", endpoint =>
        {
            endpoint.ConcurrentMessageLimit = limit;
            endpoint.PrefetchCount = prefetch;
            endpoint.Handler<HandDealt>(async context =>
            {
                if (work is not null)
                    await work(context);
                ended.Add(context.Message.Number);
            });
        });

    private static async Task AllAreSeenOnceAsync(int hands, Seen<int> first, Seen<int> second)
    {
        await Support.Eventually.BecomesTrueAsync("all hands are seen", () => Task.FromResult(first.Count + second.Count >= hands));
        first.All.Concat(second.All).Should().BeEquivalentTo(Enumerable.Range(1, hands));
    }
}
