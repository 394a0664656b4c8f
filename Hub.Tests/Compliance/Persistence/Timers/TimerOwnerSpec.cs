using FluentAssertions;
using Hub.Tests.Compliance.Persistence.Ledger;
using Hub.Tests.Support.Processes;

namespace Hub.Tests.Compliance.Persistence.Timers;

/// <summary>Hosts that are killed while timers fire, and others that go on.</summary>
internal sealed class TimerOwnerSpec() : TimerSpec(TransportUnderTest.Redis)
{
    private const int Timers = 100;

    [Test]
    public async Task Whichever_host_is_killed_each_timer_fires_once()
    {
        await using var first = await StartAsync();
        await using var second = await StartAsync();
        var setter = await StartHubAsync(_ => { });
        // One every 60 ms: some before the first kill, some while nobody owns the clock, some under the next owner.
        await SetManyAsync(setter, Timers, TimeSpan.FromMilliseconds(60));
        await SomeFiredAsync(10);

        await first.KillAsync();
        await using var third = await StartAsync();
        await SomeFiredAsync(60);
        await second.KillAsync();

        await EntriesBecomeAsync(Timers, RecordPotConsumer.Note);
        (await TimersAsync()).Should().Be(0);
        await OutboxIsEmptyAsync();
        (await EntriesAsync(RecordPotConsumer.Note)).Should().Be(Timers);
    }

    private async Task<ChildProcess> StartAsync()
    {
        var host = ChildProcess.Start<TimerHostProgram>(Database.ConnectionString, Broker.Address);
        await host.SaysAsync(TimerHostProgram.Started);
        return host;
    }
}
