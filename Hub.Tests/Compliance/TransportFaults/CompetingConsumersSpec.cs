using FluentAssertions;
using Hub.Tests.Compliance.TransportFaults.Brokers;
using Hub.Tests.Compliance.TransportFaults.Consumers;

namespace Hub.Tests.Compliance.TransportFaults;

/// <summary>Several processes share a queue, and some of them end.</summary>
[TestFixture(BrokerKind.Redis)]
[TestFixture(BrokerKind.RabbitMq)]
internal sealed class CompetingConsumersSpec(BrokerKind kind) : TransportFaultSpec(kind)
{
    /// <summary>The lock, a second until somebody looks, and what a busy machine takes; a poll would come too late.</summary>
    private static readonly TimeSpan LongestTakeOver = TimeSpan.FromSeconds(4 + 1 + 10);

    private static readonly int[] Numbers = [.. Enumerable.Range(1, 60)];

    [Test]
    public async Task What_a_killed_process_had_in_hand_is_done_by_another_and_nothing_else_twice()
    {
        var processes = await StartWithHandsFullAsync(Broker.Bus);
        var (victim, others) = (processes[0], processes[1..]);

        await victim.KillAsync();
        var inHand = Book.InFlightIn(victim.Name);
        Array.ForEach(others, other => other.LetGo());

        await EventuallyAsync("the others took over", () => inHand.All(number => Book.TimesBegun[number] == 2), LongestTakeOver);
        await AreDoneAsync(Numbers);
        await NothingIsLeftAsync();
        BegunTwice().Should().BeEquivalentTo(inHand);
        Book.TimesDone.Values.Should().AllBeEquivalentTo(1);
    }

    [Test]
    public async Task A_process_that_is_asked_to_stop_finishes_what_it_began_and_leaves_the_rest_to_the_others()
    {
        var processes = await StartWithHandsFullAsync(Broker.Bus with { LockDuration = NeverTakenOver });

        await processes[0].AskToStopAsync();
        Array.ForEach(processes, process => process.LetGo());

        await processes[0].StopsInOrderAsync();
        await AreDoneAsync(Numbers);
        await NothingIsLeftAsync();
        Book.TimesBegun.Values.Should().AllBeEquivalentTo(1);
    }

    [Test]
    public async Task Replacing_every_process_under_load_loses_nothing_and_does_nothing_twice()
    {
        var bus = Broker.Bus with { LockDuration = NeverTakenOver };
        var processes = await StartProcessesAsync(Settings("old-1", bus), Settings("old-2", bus));
        var sender = await StartSenderAsync();
        await using var traffic = Traffic.Start(work => sender.SendAsync(work));
        foreach (var process in processes)
        {
            var replacement = await StartProcessesAsync(Settings(process.Name.Replace("old", "new", StringComparison.Ordinal), bus));
            await process.AskToStopAsync();
            await process.StopsInOrderAsync();
            await EventuallyAsync("the new process works", () => Book.DoneBy(replacement[0].Name).Count > 0);
        }

        await traffic.StopAsync();
        await AreDoneAsync(traffic.Sent);
        await NothingIsLeftAsync();
        traffic.Refusals.Should().BeEmpty();
        Book.TimesBegun.Should().HaveCount(traffic.Last).And.OnlyContain(begun => begun.Value == 1);
    }

    [Test]
    [Category("Long")]
    public async Task Killing_process_after_process_under_load_loses_nothing()
    {
        const int Kills = 8;
        var processes = new List<ConsumerProcess>(await StartProcessesAsync(Settings("first-1"), Settings("first-2"), Settings("first-3")));
        var sender = await StartSenderAsync();
        await using var traffic = Traffic.Start(work => sender.SendAsync(work));
        var inHand = new List<int>();
        for (var kill = 0; kill < Kills; kill++)
        {
            var victim = processes[kill % processes.Count];
            await EventuallyAsync("the victim works", () => Book.DoneBy(victim.Name).Count > 0);
            await victim.KillAsync();
            inHand.AddRange(Book.InFlightIn(victim.Name));
            processes[kill % processes.Count] = (await StartProcessesAsync(Settings($"next-{kill}")))[0];
        }

        await traffic.StopAsync();
        await AreDoneAsync(traffic.Sent);
        await NothingIsLeftAsync();
        traffic.Refusals.Should().BeEmpty();
        // Besides what the ledger shows in hand, a handler may have ended whose end the broker did not hear of: one per slot.
        BegunTwice().Except(inHand).Should().HaveCountLessThanOrEqualTo(Kills * 2);
    }

    /// <summary>Three processes that hold on to two works each, and have more of the sixty in reach.</summary>
    private async Task<ConsumerProcess[]> StartWithHandsFullAsync(BusSettings bus)
    {
        var processes = await StartProcessesAsync(Settings("first", bus), Settings("second", bus), Settings("third", bus));
        Array.ForEach(processes, process => process.Hold());
        var sender = await StartSenderAsync(bus);
        await sender.SendAsync(Numbers.Select(number => new Work(number, Milliseconds: 20)));
        await EventuallyAsync("every process has its hands full", () => processes.All(process => Book.InFlightIn(process.Name).Count == 2));
        return processes;
    }

    private IEnumerable<int> BegunTwice() => Book.TimesBegun.Where(begun => begun.Value > 1).Select(begun => begun.Key);
}
