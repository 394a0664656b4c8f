using FluentAssertions;
using Hub.Tests.Compliance.TransportFaults.Brokers;
using Hub.Tests.Compliance.TransportFaults.Consumers;
using Hub.Tests.Support;

namespace Hub.Tests.Compliance.TransportFaults;

/// <summary>
/// A process that stands still (SIGSTOP, a paused virtual machine) and does not know that its locks have ended. On Redis alone:
/// RabbitMQ closes a silent consumer's connection and has it do again whatever it held.
/// </summary>
internal sealed class StalledProcessTests() : TransportFaultSpec(BrokerKind.Redis)
{
    [Test]
    public async Task Work_of_a_process_that_stood_still_past_its_lock_goes_to_another_and_what_it_had_only_read_ahead_is_not_done_twice()
    {
        int[] numbers = [.. Enumerable.Range(1, 40)];
        var processes = await StartProcessesAsync(Settings("zombie"), Settings("other"));
        var (zombie, other) = (processes[0], processes[1]);
        var sender = await StartSenderAsync();
        zombie.Hold();
        await sender.SendAsync(numbers.Select(number => new Work(number, Milliseconds: 10)));
        await EventuallyAsync("the zombie has its hands full", () => Book.InFlightIn(zombie.Name).Count == 2);

        await zombie.PauseAsync();
        var inHand = Book.InFlightIn(zombie.Name);
        await EventuallyAsync("the other did everything", () => Book.DoneBy(other.Name).Count == numbers.Length);
        await zombie.ContinueAsync();
        zombie.LetGo();
        await EventuallyAsync("the zombie ends its handlers", () => Book.InFlightIn(zombie.Name).Count == 0);
        await AreDoneAsync(await TakesNewWorkAsync(zombie, sender));

        await NothingIsLeftAsync();
        Book.TimesBegun.Where(begun => begun.Value > 1).Select(begun => begun.Key).Should().BeEquivalentTo(inHand);
    }

    [Test]
    public async Task A_zombies_acknowledgement_does_not_take_work_from_its_new_owner()
    {
        const int Number = 1;
        var processes = await StartProcessesAsync(Settings("zombie"), Settings("owner"));
        var (zombie, owner) = (processes[0], processes[1]);
        var sender = await StartSenderAsync();
        Array.ForEach(processes, process => process.Hold());
        // One process alone is given it; which one is not ours to say.
        await sender.SendAsync(new Work(Number));
        await EventuallyAsync("somebody has the work", () => Book.TimesBegun.ContainsKey(Number));
        if (Book.InFlightIn(owner.Name).Count > 0)
            (zombie, owner) = (owner, zombie);

        await zombie.PauseAsync();
        await EventuallyAsync("the owner took over", () => Book.InFlightIn(owner.Name).Count > 0);
        await zombie.ContinueAsync();
        zombie.LetGo();
        await EventuallyAsync("the zombie ends its handler", () => Book.DoneBy(zombie.Name).Contains(Number));
        var newWork = await TakesNewWorkAsync(zombie, sender);
        await owner.KillAsync();

        await EventuallyAsync("the work is begun a third time", () => Book.TimesBegun[Number] == 3);
        await AreDoneAsync(newWork);
        await NothingIsLeftAsync();
    }

    /// <summary>It is in order again; by then whatever it answered late has arrived.</summary>
    /// <returns>The numbers of the new work.</returns>
    private async Task<IEnumerable<int>> TakesNewWorkAsync(ConsumerProcess process, Sender sender)
    {
        var known = Book.TimesBegun.Keys.Max();
        var number = known;
        await Eventually.BecomesTrueAsync("the process takes new work", async () =>
        {
            await sender.SendAsync(new Work(++number));
            return Book.DoneBy(process.Name).Any(done => done > known);
        });
        return Enumerable.Range(known + 1, number - known);
    }
}
