using FluentAssertions;
using Hub.Tests.Compliance.TransportFaults.Consumers;

namespace Hub.Tests.Compliance.TransportFaults;

/// <summary>The server lives, but forgets its scripts, pauses, closes connections or has no memory left.</summary>
internal sealed class ServerTroubleTests : RedisFaultSpec
{
    [Test]
    public async Task Forgotten_scripts_cost_nothing()
    {
        await StartConsumerAsync(Settings("consumer"));
        var sender = await StartSenderAsync();
        await using var traffic = Traffic.Start(work => sender.SendAsync(work));

        for (var flush = 1; flush <= 20; flush++)
        {
            await EventuallyAsync("work flows", () => Book.TimesDone.Count > flush * 20);
            await Redis.ExecuteAsync("SCRIPT", "FLUSH");
        }

        await traffic.StopAsync();
        await AreDoneAsync(traffic.Sent);
        traffic.Refusals.Should().BeEmpty();
        BegunTwice.Should().BeEmpty();
    }

    [Test]
    public async Task What_was_sent_to_a_server_that_pauses_beyond_every_timeout_comes_once()
    {
        int[] numbers = [.. Enumerable.Range(1, 50)];
        var sender = await StartSenderAsync(Broker.Bus with { OperationTimeout = TimeSpan.FromSeconds(1) });
        await sender.SendAsync(new Work(0));

        await Redis.ExecuteAsync("CLIENT", "PAUSE", "4000", "WRITE");
        await sender.SendAsync(numbers.Select(number => new Work(number)));

        (await Broker.UnsettledAsync(Queue)).Should().Be(numbers.Length + 1);
        await StartConsumerAsync(Settings("consumer"));
        await AreDoneAsync(numbers);
        BegunTwice.Should().BeEmpty();
    }

    [Test]
    public async Task Closed_connections_lose_nothing()
    {
        var settings = Settings("consumer");
        await StartConsumerAsync(settings);
        var sender = await StartSenderAsync();
        await using var traffic = Traffic.Start(work => sender.SendAsync(work));
        const int Times = 3;
        for (var time = 1; time <= Times; time++)
        {
            var last = traffic.Last;
            await EventuallyAsync("work flows", () => Book.TimesDone.Keys.Count(number => number > last) > 50);
            await Redis.ExecuteAsync("CLIENT", "KILL", "TYPE", "normal");
            await Redis.ExecuteAsync("CLIENT", "KILL", "TYPE", "pubsub");
        }

        await traffic.StopAsync();
        await AreDoneAsync(traffic.Sent);
        traffic.Refusals.Should().BeEmpty();
        BegunTwice.Should().HaveCountLessThanOrEqualTo(Times * settings.Prefetch, "only what was in hand can be done again");
    }

    [Test]
    public async Task A_consumer_whose_connections_were_closed_hears_of_the_next_message()
    {
        await StartConsumerAsync(Settings("consumer"));
        var sender = await StartSenderAsync();
        for (var number = 1; number <= 15; number++)
        {
            await Redis.ExecuteAsync("CLIENT", "KILL", "TYPE", "pubsub");
            await Redis.ExecuteAsync("CLIENT", "KILL", "TYPE", "normal");
            await sender.SendAsync(new Work(number));
            await AreDoneAsync([number], within: Broker.Bus.PollingInterval / 2);
        }
    }

    [Test]
    public async Task A_full_server_tells_senders_so_and_goes_on_when_consumers_have_made_room()
    {
        var settings = Settings("consumer");
        await StartConsumerAsync(settings);
        var sender = await StartSenderAsync();
        await File.Create(settings.HoldSign).DisposeAsync();
        await Redis.LimitMemoryAsync(more: 8 * 1024 * 1024);

        var sent = new List<int>();
        var filling = async () =>
        {
            var ballast = new string('x', 200_000);
            for (var number = 1; number <= 1000; number++)
            {
                await sender.SendAsync(new Work(number, Ballast: ballast));
                sent.Add(number);
            }
        };
        var refusal = (await filling.Should().ThrowAsync<Exception>()).Which;
        refusal.ToString().Should().Contain("memory");

        await StartConsumerAsync(Settings("helper"));
        await EventuallyAsync("a consumer that starts now helps", () => Book.DoneBy("helper").Count > 0);
        File.Delete(settings.HoldSign);
        await AreDoneAsync(sent);
        await sender.SendAsync(new Work(2000));
        await AreDoneAsync([2000]);
        await Redis.ExecuteAsync("CONFIG", "SET", "maxmemory", "0");
        BegunTwice.Should().BeEmpty();
    }
}
