using System.Diagnostics;
using FluentAssertions;
using Hub.Tests.Compliance.Transport.Messages;
using MassTransit;

namespace Hub.Tests.Compliance.Transport;

[OnTransports(Capability.DelayedMessages)]
internal sealed class DelaySpec(TransportUnderTest transport) : TransportSpec(transport)
{
    /// <summary>How far the clocks of the server and of this process may lie apart.</summary>
    private static readonly TimeSpan Tolerance = TimeSpan.FromMilliseconds(30);

    [Test]
    public async Task Delayed_messages_come_in_the_order_in_which_they_are_due_and_none_before_its_time()
    {
        var started = Stopwatch.GetTimestamp();
        var seen = new Seen<(int Milliseconds, TimeSpan After)>();
        var bus = await StartBusAsync(factory => factory.ReceiveEndpoint("table", endpoint =>
        {
            OneByOne(endpoint);
            endpoint.Handler<HandDealt>(context =>
            {
                seen.Add((context.Message.Number, Stopwatch.GetElapsedTime(started)));
                return Task.CompletedTask;
            });
        }));
        started = Stopwatch.GetTimestamp();

        foreach (var delay in new[] { 1500, 1000, 500, 0 })
            await bus.Scheduler.ScheduleSend(Broker.AddressOf("table"), TimeSpan.FromMilliseconds(delay), new HandDealt(delay));

        await seen.BecomesAsync(4);
        seen.All.Select(hand => hand.Milliseconds).Should().Equal(0, 500, 1000, 1500);
        seen.All.Should().OnlyContain(hand => hand.After >= TimeSpan.FromMilliseconds(hand.Milliseconds) - Tolerance);
    }

    [Test]
    public async Task A_delayed_publish_reaches_every_subscriber_when_it_is_due()
    {
        var (first, second) = (new Seen<int>(), new Seen<int>());
        var bus = await StartBusAsync(factory =>
        {
            factory.ReceiveEndpoint("table-one", Notes(first));
            factory.ReceiveEndpoint("table-two", Notes(second));
        });

        await bus.Scheduler.SchedulePublish(TimeSpan.FromMilliseconds(300), new HandDealt(1));
        await bus.PublishAsync(new HandDealt(2));

        await Task.WhenAll(first.BecomesAsync(2), second.BecomesAsync(2));
        first.All.Should().Equal(2, 1);
        second.All.Should().Equal(2, 1);
    }

    [Test]
    public async Task Many_that_are_due_at_once_come_once_each()
    {
        const int Hands = 300;
        var seen = new Seen<int>();
        var bus = await StartBusAsync(factory => factory.ReceiveEndpoint("table", Notes(seen)));

        await Task.WhenAll(Enumerable.Range(1, Hands).Select(number => bus.Scheduler.ScheduleSend(Broker.AddressOf("table"), TimeSpan.FromMilliseconds(400), new HandDealt(number))));
        await seen.BecomesAsync(Hands);
        await bus.SendAsync("table", new HandDealt(0));

        await seen.BecomesAsync(Hands + 1);
        seen.All.Order().Should().Equal(Enumerable.Range(0, Hands + 1));
    }

    [Test]
    public async Task A_consumer_can_put_its_message_off()
    {
        var seen = new Seen<(int Redelivery, long Timestamp)>();
        var bus = await StartBusAsync(factory => factory.ReceiveEndpoint("table", endpoint => endpoint.Handler<HandDealt>(async context =>
        {
            seen.Add((context.GetRedeliveryCount(), Stopwatch.GetTimestamp()));
            if (context.GetRedeliveryCount() == 0)
                await context.Defer(TimeSpan.FromMilliseconds(500));
        })));

        await bus.SendAsync("table", new HandDealt(1));

        await seen.BecomesAsync(2, "deliveries");
        seen.All.Select(delivery => delivery.Redelivery).Should().Equal(0, 1);
        Stopwatch.GetElapsedTime(seen.All[0].Timestamp, seen.All[1].Timestamp).Should().BeGreaterThan(TimeSpan.FromMilliseconds(500) - Tolerance);
    }

    [Test]
    public async Task A_message_that_fails_is_tried_again_later()
    {
        var attempts = new Seen<int>();
        var errors = new Seen<int>();
        var bus = await StartBusAsync(factory =>
        {
            factory.ReceiveEndpoint("table", endpoint =>
            {
                endpoint.UseDelayedRedelivery(retry => retry.Intervals(200, 200));
                endpoint.Handler<HandDealt>(context =>
                {
                    attempts.Add(context.Message.Number);
                    return context.GetRedeliveryCount() < context.Message.Number ? throw new InvalidOperationException("The dealer is away.") : Task.CompletedTask;
                });
            });
            factory.ReceiveEndpoint("table_error", endpoint =>
            {
                endpoint.ConfigureConsumeTopology = false;
                Notes(errors)(endpoint);
            });
        });

        await bus.SendAsync("table", new HandDealt(1));
        await bus.SendAsync("table", new HandDealt(99));

        await errors.BecomesAsync(1, "errors");
        await attempts.BecomesAsync(2 + 3, "attempts");
        attempts.All.Should().BeEquivalentTo([1, 1, 99, 99, 99]);
        errors.All.Should().Equal(99);
    }
}
