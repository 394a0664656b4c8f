using FluentAssertions;
using Hub.Adapters.Persistence.Postgres;
using Hub.Adapters.Persistence.Postgres.BrokerLoss;
using Hub.Modules.Kernel;
using Hub.Tests.Compliance.Persistence.Hosting;
using Hub.Tests.Compliance.Persistence.Ledger;
using Hub.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Hub.Tests.Compliance.Persistence.BrokerLoss;

/// <summary>How a loss is noticed and made good, whatever the broker.</summary>
internal sealed class BrokerLossSpec() : PersistenceSpec(TransportUnderTest.InMemory)
{
    private PaperBroker _broker = null!;

    [SetUp]
    public void TakeFreshPaper() => _broker = new PaperBroker();

    [TestCase(nameof(BrokerLossReason.Restarted))]
    [TestCase(nameof(BrokerLossReason.Emptied))]
    [TestCase(nameof(BrokerLossReason.SetBack))]
    [TestCase(nameof(BrokerLossReason.Repaired))]
    public async Task What_a_broker_lost_is_sent_again_and_without_a_loss_nothing_is(string reason)
    {
        var hub = await StartHubAsync(Watching());
        await BecomesKnownAsync();
        var pot = Guid.NewGuid();
        await PublishAndLoseAsync(hub, pot);
        await LooksHappenAsync(2);
        (await EntriesAsync(RecordPotConsumer.Note, pot)).Should().Be(0, "the broker has lost nothing yet");

        _broker.Change(reason switch
        {
            nameof(BrokerLossReason.Restarted) => state => state with { RunId = "second run" },
            nameof(BrokerLossReason.Emptied) => state => state with { PreviousCounter = null, Repairs = 0 },
            nameof(BrokerLossReason.SetBack) => state => state with { PreviousCounter = state.PreviousCounter - 1 },
            _ => state => state with { Repairs = state.Repairs + 1 },
        });

        await EntriesBecomeAsync(1, RecordPotConsumer.Note, pot);
        await LooksHappenAsync(2);
        (await GenerationAsync()).Should().Be(2, "one loss is one loss");
    }

    [Test]
    public async Task What_went_to_another_broker_travels_to_one_that_is_used_for_the_first_time()
    {
        var hub = await StartHubAsync(new HubSetup { Consumers = bus => bus.RecordsPots() });
        var pot = Guid.NewGuid();
        await PublishAndLoseAsync(hub, pot);

        await StartHubAsync(Watching());

        await EntriesBecomeAsync(1, RecordPotConsumer.Note, pot);
    }

    [Test]
    public async Task A_loss_while_no_host_was_there_is_noticed_by_the_next()
    {
        var first = await StartHubAsync(Watching());
        await BecomesKnownAsync();
        await first.StopAsync();

        _broker.Change(state => state with { RunId = "second run" });
        await StartHubAsync(Watching());

        await Eventually.BecomesTrueAsync("the loss is noticed", async () => await GenerationAsync() == 2);
    }

    [Test]
    public async Task Two_hosts_look_once_a_second_between_them_and_send_again_once()
    {
        var hub = await StartHubAsync(Watching());
        await StartHubAsync(Watching());
        await BecomesKnownAsync();
        await PublishAndLoseAsync(hub, Guid.NewGuid());
        var (looks, started) = (_broker.Looks, TimeProvider.System.GetTimestamp());

        _broker.Change(state => state with { PreviousCounter = null });
        await OutboxIsEmptyAsync();
        await LooksHappenAsync(4);

        (await GenerationAsync()).Should().Be(2);
        var seconds = TimeProvider.System.GetElapsedTime(started).TotalSeconds;
        (_broker.Looks - looks).Should().BeLessThanOrEqualTo((int)(seconds / 0.9) + 2, "the loss itself takes a second look");
    }

    [Test]
    public async Task A_database_that_was_set_back_causes_one_resend_and_not_one_for_ever()
    {
        await StartHubAsync(Watching());
        await BecomesKnownAsync();

        await Database.ExecuteAsync("UPDATE messaging.broker SET counter = counter - 3600000");
        await Eventually.BecomesTrueAsync("the difference is noticed", async () => await GenerationAsync() == 2);
        await LooksHappenAsync(3);

        (await GenerationAsync()).Should().Be(2);
    }

    [Test]
    public async Task A_broker_that_is_away_for_a_while_and_comes_back_as_it_was_has_lost_nothing()
    {
        await StartHubAsync(Watching());
        await BecomesKnownAsync();

        _broker.BeAway(true);
        await LooksHappenAsync(2);
        _broker.BeAway(false);
        await LooksHappenAsync(2);

        (await GenerationAsync()).Should().Be(1);
    }

    [Test]
    public async Task A_part_that_fails_is_called_again_and_does_not_hold_up_the_others()
    {
        var part = new CountedWork(call => call == 1 ? throw new InvalidOperationException("the first call fails") : Task.CompletedTask);
        var hub = await StartHubAsync(Watching(part));
        await Eventually.BecomesTrueAsync("the part is called again", () => Task.FromResult(part.Calls == 2));
        await PublishAndLoseAsync(hub, Guid.NewGuid());
        await LooksHappenAsync(2);

        part.Calls.Should().Be(2, "what has succeeded is done");
        (await Database.ScalarAsync<long>("SELECT count(*) FROM messaging.broker_recovery WHERE generation = 1")).Should().Be(2);
    }

    [Test]
    public async Task A_loss_while_work_is_being_sent_again_makes_it_travel_once_more()
    {
        var gate = new Gate();
        var part = new CountedWork(call => call == 1 ? gate.PassAsync(CancellationToken.None) : Task.CompletedTask);
        await StartHubAsync(Watching(part));
        await gate.Reached;
        await StartHubAsync(Watching());

        _broker.Change(state => state with { PreviousCounter = null });
        await Eventually.BecomesTrueAsync("the other host notices the second loss", async () => await GenerationAsync() == 2);
        part.Calls.Should().Be(1);
        gate.Open();

        await Eventually.BecomesTrueAsync("the part is called for the second loss", () => Task.FromResult(part.Calls == 2));
    }

    [Test]
    public async Task What_is_being_handed_over_during_the_loss_is_sent_again_too()
    {
        var hub = await StartHubAsync(new HubSetup { Consumers = bus => bus.RecordsPots(), Delivers = false });
        await hub.PublishAsync(new PotAwarded(Guid.NewGuid()));
        await using var connection = await Database.DataSource.OpenConnectionAsync();
        await using var delivery = await connection.BeginTransactionAsync();
        await ExecuteAsync(connection, "SELECT FROM messaging.outbox_scope FOR UPDATE");

        var resend = Redelivery(hub).ResendUnconsumedAsync(CancellationToken.None);
        await Eventually.BecomesTrueAsync("the resend waits for the delivery", async () => await Database.ScalarAsync<long>("SELECT count(*) FROM pg_locks WHERE NOT granted") > 0);
        await ExecuteAsync(connection, "UPDATE messaging.outbox_message SET sent_at = now(), sends = 1; DELETE FROM messaging.outbox_scope");
        await delivery.CommitAsync();

        (await resend).Should().Be(1);
    }

    private HubSetup Watching(ITravellingWork? part = null) => new()
    {
        Services = services =>
        {
            services.AddSingleton(_broker);
            if (part is not null)
            {
                services.AddSingleton(part);
            }
        },
        Consumers = bus =>
        {
            bus.RecordsPots();
            bus.WatchBroker<PaperProbe>();
        },
    };

    private Task<long> GenerationAsync() => Database.ScalarAsync<long>("SELECT generation FROM messaging.broker");

    private Task BecomesKnownAsync()
        => Eventually.BecomesTrueAsync("the broker is known and all parts have caught up", async () =>
            await Database.ScalarAsync<long>("SELECT count(*) FROM messaging.broker_recovery WHERE generation = 1") == 1);

    private async Task LooksHappenAsync(int count)
    {
        var before = _broker.Looks;
        await Eventually.BecomesTrueAsync($"{count} more looks", () => Task.FromResult(_broker.Looks >= before + count));
    }

    private static async Task ExecuteAsync(NpgsqlConnection connection, string sql)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }
}
