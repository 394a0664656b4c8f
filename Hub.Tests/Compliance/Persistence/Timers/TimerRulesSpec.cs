using FluentAssertions;
using Hub.Tests.Compliance.Persistence.Hosting;
using Hub.Tests.Compliance.Persistence.Ledger;
using Hub.Tests.Support;
using MassTransit;
using Microsoft.Extensions.DependencyInjection;

namespace Hub.Tests.Compliance.Persistence.Timers;

/// <summary>When a timer fires and when not; the same on every transport.</summary>
internal sealed class TimerRulesSpec() : TimerSpec(TransportUnderTest.InMemory)
{
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    [Test]
    public async Task A_timer_waits_for_its_time()
    {
        var hub = await StartHubAsync(bus => bus.RecordsPots());
        await SetAsync(hub, Guid.NewGuid(), Hour);

        await LookAsync(hub);

        (await TimersAsync()).Should().Be(1);
        (await StoredMessagesAsync()).Should().Be(0);
        (await PendingAsync(hub)).Should().Be(0, "what waits for its time is no work left undone");
    }

    [Test]
    public async Task A_cancelled_timer_never_fires()
    {
        var hub = await StartHubAsync(bus => bus.RecordsPots());
        var token = await SetAsync(hub, Guid.NewGuid(), TimeSpan.Zero);

        await CancelAsync(hub, token);
        await LookAsync(hub);

        (await TimersAsync()).Should().Be(0);
        (await StoredMessagesAsync()).Should().Be(0);
    }

    [Test]
    public async Task A_timer_set_and_cancelled_before_the_save_leaves_nothing()
    {
        var hub = await StartHubAsync(bus => bus.RecordsPots());
        await hub.InScopeAsync(async scope =>
        {
            var scheduler = scope.GetRequiredService<IMessageScheduler>();
            var timer = await scheduler.SchedulePublish(DateTime.UnixEpoch, new PotAwarded(Guid.NewGuid()));
            await scheduler.CancelScheduledSend(timer.Destination, timer.TokenId);
            await scope.GetRequiredService<LedgerDbContext>().SaveChangesAsync();
        });

        (await TimersAsync()).Should().Be(0);
    }

    [TestCase(true)]
    [TestCase(false)]
    public async Task What_is_rolled_back_was_neither_set_nor_cancelled(bool isSaved)
    {
        var hub = await StartHubAsync(bus => bus.RecordsPots());
        var token = await SetAsync(hub, Guid.NewGuid(), Hour);
        await hub.InScopeAsync(async scope =>
        {
            var scheduler = scope.GetRequiredService<IMessageScheduler>();
            var ledger = scope.GetRequiredService<LedgerDbContext>();
            await using var transaction = await ledger.Database.BeginTransactionAsync();
            await scheduler.CancelScheduledSend(new Uri("queue:whatever"), token);
            await scheduler.SchedulePublish(DateTime.UnixEpoch, new PotAwarded(Guid.NewGuid()));
            if (isSaved)
                await ledger.SaveChangesAsync();
            await transaction.RollbackAsync();
        });

        await LookAsync(hub);

        (await Database.ScalarAsync<Guid>("SELECT token FROM messaging.timer")).Should().Be(token);
        (await StoredMessagesAsync()).Should().Be(0);
    }

    [Test]
    public async Task Cancelling_a_timer_that_has_fired_takes_back_nothing_of_the_work_around_it()
    {
        var hub = await StartHubAsync(bus => bus.RecordsPots());
        var (early, pot) = (Guid.NewGuid(), Guid.NewGuid());
        var token = await SetAsync(hub, early, TimeSpan.Zero);
        await LookAsync(hub);

        await hub.InScopeAsync(async scope =>
        {
            await scope.GetRequiredService<IMessageScheduler>().CancelScheduledSend(new Uri("queue:whatever"), token);
            await scope.GetRequiredService<IPublishEndpoint>().Publish(new PotAwarded(pot));
            await scope.GetRequiredService<LedgerDbContext>().SaveChangesAsync();
        });

        await EntriesBecomeAsync(1, RecordPotConsumer.Note, early);
        await EntriesBecomeAsync(1, RecordPotConsumer.Note, pot);
    }

    [Test]
    public async Task A_timer_that_is_being_cancelled_is_left_alone_until_that_is_decided()
    {
        var hub = await StartHubAsync(bus => bus.RecordsPots());
        var pot = Guid.NewGuid();
        var token = await SetAsync(hub, pot, TimeSpan.Zero);
        await hub.InScopeAsync(async scope =>
        {
            var ledger = scope.GetRequiredService<LedgerDbContext>();
            await using var transaction = await ledger.Database.BeginTransactionAsync();
            await scope.GetRequiredService<IMessageScheduler>().CancelScheduledSend(new Uri("queue:whatever"), token);
            await ledger.SaveChangesAsync();

            await LookAsync(hub);
            (await StoredMessagesAsync()).Should().Be(0);
            await transaction.RollbackAsync();
        });

        await LookAsync(hub);

        await EntriesBecomeAsync(1, RecordPotConsumer.Note, pot);
    }

    [Test]
    public async Task Hosts_that_look_at_the_same_time_fire_each_timer_once()
    {
        const int Timers = 200;
        var hubs = new[] { await StartHubAsync(bus => bus.RecordsPots()), await StartHubAsync(bus => bus.RecordsPots()) };
        await hubs[0].InScopeAsync(async scope =>
        {
            for (var pot = 0; pot < Timers; pot++)
            {
                await scope.GetRequiredService<IMessageScheduler>().SchedulePublish(DateTime.UnixEpoch, new PotAwarded(Guid.NewGuid(), pot));
            }

            await scope.GetRequiredService<LedgerDbContext>().SaveChangesAsync();
        });

        await Task.WhenAll(Enumerable.Range(0, 8).Select(look => LookAsync(hubs[look % 2])));

        await EntriesBecomeAsync(Timers, RecordPotConsumer.Note);
        await OutboxIsEmptyAsync();
        (await EntriesAsync(RecordPotConsumer.Note)).Should().Be(Timers);
        (await TimersAsync()).Should().Be(0);
    }

    [Test]
    public async Task A_state_machine_ignores_a_time_that_was_changed_while_it_fired()
    {
        var hub = await StartHubAsync(new HubSetup { Consumers = bus => bus.RunsShotClocks() });
        var clock = Guid.NewGuid();
        await hub.PublishAsync(new ClockStarted(clock, -1));
        await Eventually.BecomesTrueAsync("the clock runs", async () => await TimersAsync() == 1);
        // The saga goes by its token: what fires under another is of the past.
        await Database.ExecuteAsync($"UPDATE ledger.shot_clock SET token = gen_random_uuid() WHERE correlation_id = '{clock}'");

        await LookAsync(hub);

        await OutboxIsEmptyAsync();
        await ClockBecomesAsync(clock, "Running", expired: 0);
    }

    [Test]
    public async Task The_databases_clock_counts_and_not_the_hosts()
    {
        var tomorrow = await StartHubAsync(new HubSetup { Consumers = bus => bus.RecordsPots(), Services = services => services.AddSingleton<TimeProvider>(new WrongClock(TimeSpan.FromDays(1))) });
        var yesterday = await StartHubAsync(new HubSetup { Consumers = bus => bus.RecordsPots(), Services = services => services.AddSingleton<TimeProvider>(new WrongClock(TimeSpan.FromDays(-1))) });

        await SetAsync(tomorrow, Guid.NewGuid(), Hour);
        await SetAsync(yesterday, Guid.NewGuid(), Hour);

        (await Database.ScalarAsync<long>("SELECT count(*) FROM messaging.timer WHERE due_at BETWEEN now() + interval '59 minutes' AND now() + interval '61 minutes'")).Should().Be(2);
    }

    [Test]
    public async Task Setting_and_cancelling_timers_costs_no_round_trip_of_its_own()
    {
        var counter = new RoundTripCounter();
        var hub = await StartHubAsync(new HubSetup { Consumers = bus => bus.RecordsPots(), Services = counter.AddTo<LedgerDbContext> });
        var known = await SetAsync(hub, Guid.NewGuid(), Hour);

        var plain = await counter.CountAsync(() => hub.PublishAsync(new PotAwarded(Guid.NewGuid())));
        var timed = await counter.CountAsync(() => hub.InScopeAsync(async scope =>
        {
            var scheduler = scope.GetRequiredService<IMessageScheduler>();
            await scope.GetRequiredService<IPublishEndpoint>().Publish(new PotAwarded(Guid.NewGuid()));
            await scheduler.SchedulePublish(DateTime.UnixEpoch, new PotAwarded(Guid.NewGuid()));
            await scheduler.CancelScheduledSend(new Uri("queue:whatever"), known);
            await scope.GetRequiredService<LedgerDbContext>().SaveChangesAsync();
        }));

        timed.Should().Be(plain).And.Be(1);
        (await TimersAsync()).Should().Be(1);
    }

    [TestCase(DateTimeKind.Utc)]
    [TestCase(DateTimeKind.Local)]
    [TestCase(DateTimeKind.Unspecified)]
    public async Task A_time_is_meant_in_utc_unless_it_says_otherwise(DateTimeKind kind)
    {
        var hub = await StartHubAsync(bus => bus.RecordsPots());
        var dueAt = hub.Services.GetRequiredService<TimeProvider>().GetUtcNow().AddDays(40).UtcDateTime;
        var said = kind == DateTimeKind.Local ? dueAt.ToLocalTime() : DateTime.SpecifyKind(dueAt, kind);

        await hub.InScopeAsync(async scope =>
        {
            await scope.GetRequiredService<IMessageScheduler>().SchedulePublish(said, new PotAwarded(Guid.NewGuid()));
            await scope.GetRequiredService<LedgerDbContext>().SaveChangesAsync();
        });

        (await Database.ScalarAsync<bool>("SELECT due_at - created_at BETWEEN interval '959 hours 59 minutes' AND interval '960 hours 1 minute' FROM messaging.timer"))
            .Should().BeTrue("40 days are 960 hours, whatever the clocks of the server's time zone do in them");
    }
}
