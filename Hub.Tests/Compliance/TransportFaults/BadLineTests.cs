using FluentAssertions;
using Hub.Tests.Compliance.TransportFaults.Brokers;
using Hub.Tests.Compliance.TransportFaults.Consumers;
using Hub.Tests.Compliance.TransportFaults.Network;

namespace Hub.Tests.Compliance.TransportFaults;

/// <summary>The line to the server stalls or breaks.</summary>
internal sealed class BadLineTests : RedisFaultSpec
{
    private static readonly int[] Numbers = [.. Enumerable.Range(1, 50)];
    private StallingProxy _line = null!;

    private BusSettings OverBadLine => Broker.Bus with
    {
        ConnectionString = Broker.Bus.ConnectionString.Replace($":{Redis.Port}", $":{_line.Port}", StringComparison.Ordinal),
        OperationTimeout = TimeSpan.FromSeconds(1),
    };

    [SetUp]
    public void OpenLine() => _line = StallingProxy.Start(Redis.Port);

    [TearDown]
    public ValueTask CloseLineAsync() => _line.DisposeAsync();

    [Test]
    public async Task A_send_whose_answer_was_lost_with_the_line_comes_once()
    {
        var sender = await StartSenderAsync(OverBadLine);
        await sender.SendAsync(new Work(0));

        _line.StallAnswers();
        var sending = sender.SendAsync(Numbers.Select(number => new Work(number)));
        await ServerHasThemAsync();
        sending.IsCompleted.Should().BeFalse("no answer came through");
        _line.Cut();
        await sending;

        await EachComesOnceAsync();
    }

    [Test]
    public async Task A_send_whose_answer_came_too_late_comes_once()
    {
        var sender = await StartSenderAsync(OverBadLine);
        await sender.SendAsync(new Work(0));

        _line.StallAnswers();
        var sending = sender.SendAsync(Numbers.Select(number => new Work(number)));
        await ServerHasThemAsync();
        await Task.Delay(OverBadLine.OperationTimeout * 3);
        _line.Resume();
        await sending;

        await EachComesOnceAsync();
    }

    [Test]
    public async Task A_consumer_whose_line_stalls_past_the_lock_loses_nothing_and_repeats_only_what_it_had_in_hand()
    {
        var settings = Settings("stalled", OverBadLine);
        await StartConsumerAsync(settings);
        await StartConsumerAsync(Settings("other"));
        var sender = await StartSenderAsync();
        await using var traffic = Traffic.Start(work => sender.SendAsync(work));
        await EventuallyAsync("the consumer works", () => Book.DoneBy("stalled").Count > 20);

        _line.Stall();
        await Task.Delay(Broker.Bus.LockDuration * 2);
        _line.Resume();
        var last = traffic.Last;
        await EventuallyAsync("the consumer works again", () => Book.DoneBy("stalled").Any(number => number > last));
        await traffic.StopAsync();

        await AreDoneAsync(traffic.Sent);
        traffic.Refusals.Should().BeEmpty();
        BegunTwice.Should().HaveCountLessThanOrEqualTo(settings.Prefetch);
    }

    private Task ServerHasThemAsync()
        => Support.Eventually.BecomesTrueAsync("the server has every message", async () => await Broker.UnsettledAsync(Queue) == Numbers.Length + 1);

    private async Task EachComesOnceAsync()
    {
        await StartConsumerAsync(Settings("consumer"));
        await AreDoneAsync(Numbers);
        BegunTwice.Should().BeEmpty();
        await Support.Eventually.BecomesTrueAsync("nothing is left", async () => await Broker.UnsettledAsync(Queue) == 0);
    }
}
