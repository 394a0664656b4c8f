using FluentAssertions;
using Hub.Adapters.EmbeddedRedis;
using Hub.Tests.Compliance.TransportFaults.Brokers;
using Hub.Tests.Compliance.TransportFaults.Consumers;

namespace Hub.Tests.Compliance.TransportFaults;

/// <summary>The server is killed while work travels, and comes back.</summary>
[TestFixture(RedisDurability.Always)]
[TestFixture(RedisDurability.None)]
internal sealed class ServerOutageTests(RedisDurability durability) : RedisFaultSpec
{
    private static readonly TimeSpan Outage = TimeSpan.FromSeconds(2);

    [Test]
    public async Task Senders_wait_and_consumers_resume_by_themselves()
    {
        var settings = Settings("consumer");
        await StartConsumerAsync(settings);
        var sender = await StartSenderAsync();
        await using var traffic = Traffic.Start(work => sender.SendAsync(work));
        await EventuallyAsync("work flows", () => Book.TimesDone.Count > 100);

        await Redis.KillAsync();
        var lastBefore = traffic.Last;
        await Task.Delay(Outage);
        await Redis.RestartAsync();
        await EventuallyAsync("work flows again", () => Book.TimesDone.Keys.Count(number => number > lastBefore) > 100);
        await traffic.StopAsync();

        int[] due = [.. traffic.Sent.Where(number => durability != RedisDurability.None || number > lastBefore)];
        await AreDoneAsync(due);
        traffic.Refusals.Should().BeEmpty("a send waits for the server");
        BegunTwice.Should().HaveCountLessThanOrEqualTo(settings.Prefetch, "only what was in hand can be done again");
    }

    protected override async Task<FaultyBroker> NewBrokerAsync() => await FaultyRedis.StartAsync(durability);
}
