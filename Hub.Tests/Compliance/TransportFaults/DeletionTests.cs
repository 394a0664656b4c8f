using FluentAssertions;
using Hub.Tests.Compliance.TransportFaults.Brokers;
using Hub.Tests.Compliance.TransportFaults.Consumers;

namespace Hub.Tests.Compliance.TransportFaults;

/// <summary>Somebody deletes from Redis what the transport keeps there.</summary>
internal sealed class DeletionTests : RedisFaultSpec
{
    /// <summary>Less than the polling interval, since nothing may wait for that.</summary>
    private static readonly TimeSpan Seconds = TimeSpan.FromSeconds(20);

    [Test]
    public async Task Under_load_every_consumer_goes_on_with_whatever_was_sent_afterwards([Values] Loss loss)
    {
        await StartConsumerAsync(Settings("one"));
        await StartConsumerAsync(Settings("two"));
        var sender = await StartSenderAsync();
        await using var traffic = Traffic.Start(work => sender.SendAsync(work));
        await EventuallyAsync("work flows", () => Book.TimesDone.Count > 100);
        var repairs = loss == Loss.Everything ? 0 : await Redis.RepairsAsync();

        await Redis.LoseAsync(loss, Queue);
        var lastBefore = traffic.Last;
        string[] consumers = ["one", "two"];
        await EventuallyAsync("every consumer goes on", () => consumers.All(consumer => Book.DoneBy(consumer).Count(number => number > lastBefore) > 20), Seconds);
        await traffic.StopAsync();

        await AreDoneAsync(traffic.Sent.Where(number => number > lastBefore), Seconds);
        (await Redis.RepairsAsync()).Should().BeGreaterThan(repairs);
        traffic.Refusals.Should().BeEmpty("a send makes what is missing");
    }

    [Test]
    public async Task While_all_is_quiet_the_next_message_comes_through([Values] Loss loss)
    {
        await StartConsumerAsync(Settings("one"));
        var sender = await StartSenderAsync();
        await sender.SendAsync(new Work(1));
        await AreDoneAsync([1]);

        await Redis.LoseAsync(loss, Queue);
        await sender.SendAsync(new Work(2));

        await AreDoneAsync([2], Seconds);
    }

    [Test]
    public async Task A_subscriber_is_found_again_by_what_is_published()
    {
        await StartConsumerAsync(Settings("one"));
        var sender = await StartSenderAsync();
        await sender.PublishAsync(new Work(1));
        await AreDoneAsync([1]);

        await Redis.LoseAsync(Loss.Everything, Queue);

        var number = 2;
        await EventuallyAsync(
            "a published message comes through",
            () =>
            {
                _ = sender.PublishAsync(new Work(number++));
                return Book.TimesDone.Count > 1;
            },
            Seconds);
    }

    [Test]
    public async Task An_acknowledgement_from_before_does_not_take_a_message_of_afterwards()
    {
        const int Before = 1;
        const int After = 100;
        var settings = Settings("holding") with { Concurrency = 4 };
        var process = (await StartProcessesAsync(settings))[0];
        var sender = await StartSenderAsync();
        process.Hold();
        await sender.SendAsync(new Work(Before));
        await EventuallyAsync("a handler runs", () => Book.InFlightIn("holding").Contains(Before));

        await Redis.LoseAsync(Loss.Everything, Queue);
        await sender.SendAsync(new Work(After, Milliseconds: 600_000));
        await EventuallyAsync("the first message of the new queue is handled by the same process", () => Book.InFlightIn("holding").Contains(After), Seconds);
        process.LetGo();
        await EventuallyAsync("the old handler ends", () => Book.DoneBy("holding").Contains(Before));
        await sender.SendAsync(new Work(After + 1));
        await AreDoneAsync([After + 1]);
        await process.KillAsync();

        await StartProcessesAsync(Settings("heir"));
        await EventuallyAsync("the message of afterwards is still there", () => Book.BegunBy("heir").Contains(After));
    }
}
