using FluentAssertions;
using Hub.Tests.Compliance.Persistence.Ledger;
using Hub.Tests.Support;
using MassTransit;
using Microsoft.Extensions.DependencyInjection;

namespace Hub.Tests.Compliance.Persistence.Timers;

/// <summary>A timer's message goes where it was to go, on each transport.</summary>
[OnTransports]
internal sealed class TimerTravelSpec(TransportUnderTest transport) : TimerSpec(transport)
{
    [Test]
    public async Task A_timer_that_is_due_fires_once_for_each_subscriber()
    {
        var hub = await StartHubAsync(bus =>
        {
            bus.RecordsPots();
            bus.CaptionsAnyPot();
        });
        var pot = Guid.NewGuid();
        await SetAsync(hub, pot, TimeSpan.Zero);

        await LookAsync(hub);
        await LookAsync(hub);

        await EntriesBecomeAsync(1, RecordPotConsumer.Note, pot);
        await OutboxIsEmptyAsync();
        (await EntriesAsync(RecordPotConsumer.Note)).Should().Be(1);
        (await TimersAsync()).Should().Be(0);
    }

    [Test]
    public async Task A_timer_for_one_endpoint_goes_to_it_alone()
    {
        var hub = await StartHubAsync(bus =>
        {
            bus.RecordsPots();
            bus.CaptionsAnyPot();
        });
        var pot = Guid.NewGuid();
        await hub.InScopeAsync(async scope =>
        {
            await scope.GetRequiredService<IMessageScheduler>().ScheduleSend(new Uri($"queue:{LedgerEndpoints.RecordPots}"), DateTime.UnixEpoch, new PotAwarded(pot));
            await scope.GetRequiredService<LedgerDbContext>().SaveChangesAsync();
        });

        await LookAsync(hub);

        await EntriesBecomeAsync(1, RecordPotConsumer.Note, pot);
        await OutboxIsEmptyAsync();
        (await Database.ScalarAsync<long>("SELECT count(*) FROM messaging.inbox")).Should().Be(1);
    }

    [Test]
    public async Task A_state_machine_hears_of_its_time_and_of_no_earlier_one()
    {
        var hub = await StartHubAsync(bus => bus.RunsShotClocks());
        var (acted, late, again) = (Guid.NewGuid(), Guid.NewGuid(), Guid.NewGuid());
        await hub.PublishAsync(new ClockStarted(acted, 3600), new ClockStarted(late, -1), new ClockStarted(again, -1));
        await Eventually.BecomesTrueAsync("the clocks run", async () => await TimersAsync() == 3);

        await hub.PublishAsync(new ClockStopped(acted), new ClockStarted(again, 3600));
        await Eventually.BecomesTrueAsync("one is stopped, one started anew", async () => await Database.ScalarAsync<long>("SELECT count(*) FROM messaging.timer WHERE due_at > now()") == 1 && await TimersAsync() == 2);
        await LookAsync(hub);

        await ClockBecomesAsync(late, "Over", expired: 1);
        await ClockBecomesAsync(again, "Running", expired: 0);
        await ClockBecomesAsync(acted, "Over", expired: 0);
        (await TimersAsync()).Should().Be(1);
    }
}
