using FluentAssertions;
using Hub.Adapters.Persistence.Postgres.Sagas;
using Hub.Tests.Compliance.Persistence.Hosting;
using Hub.Tests.Compliance.Persistence.Ledger;
using Hub.Tests.Support;
using MassTransit;
using Microsoft.EntityFrameworkCore;

namespace Hub.Tests.Compliance.Persistence;

/// <summary>Sagas and their rows are the same on every transport.</summary>
internal sealed class SagaSpec() : PersistenceSpec(TransportUnderTest.InMemory)
{
    private const int Events = 100;
    private const int Consumers = 8;

    [Test]
    public async Task No_event_is_lost_when_eight_consumers_move_one_saga()
    {
        var hub = await StartHubAsync(Sagas);
        var stack = Guid.NewGuid();

        await WinAsync(hub, stack);

        await EntriesBecomeAsync(Events, CountedConsumer.Note, stack);
        (await StackAsync("moves", stack)).Should().Be(Events);
        (await StackAsync("chips", stack)).Should().Be(Events * 10);
        (await Database.ScalarAsync<long>("SELECT count(DISTINCT position) FROM ledger.entry")).Should().Be(Events, "every count was told once");
    }

    [Test]
    public async Task Without_the_row_lock_events_would_be_lost()
    {
        var hub = await StartHubAsync(bus => bus.AddConsumer<UnlockedStackConsumer>().Endpoint(endpoint =>
        {
            endpoint.Name = "ledger-unlocked";
            endpoint.ConcurrentMessageLimit = Consumers;
        }));
        var stack = Guid.NewGuid();
        await InsertStackAsync(stack);

        await WinAsync(hub, stack);

        await NothingIsPendingAsync(hub);
        (await StackAsync("moves", stack)).Should().BeLessThan(Events);
    }

    [Test]
    public async Task Many_first_events_at_once_make_one_saga()
    {
        var hub = await StartHubAsync(Sagas);
        var stack = Guid.NewGuid();

        await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => hub.PublishAsync(new ChipsWon(stack, 10))));

        await EntriesBecomeAsync(20, CountedConsumer.Note, stack);
        (await Database.ScalarAsync<long>("SELECT count(*) FROM ledger.chip_stack")).Should().Be(1);
        (await Database.ScalarAsync<string>("SELECT status FROM ledger.chip_stack")).Should().Be("counting", "the state is lower-case text");
    }

    [Test]
    public async Task A_row_that_others_inserted_is_a_saga_and_keeps_its_key()
    {
        var hub = await StartHubAsync(Sagas);
        var id = await Database.ScalarAsync<int>("INSERT INTO ledger.chip_stack (chips, moves) VALUES (500, 0) RETURNING id");

        await hub.PublishAsync(new SeatWon(id, 10));

        await Eventually.BecomesTrueAsync("the stack moved", async () => await Database.ScalarAsync<long>($"SELECT count(*) FROM ledger.chip_stack WHERE id = {id} AND chips = 510 AND status = 'counting'") == 1);
    }

    [Test]
    public async Task An_event_for_a_row_that_is_not_there_is_discarded_once_and_for_all()
    {
        var hub = await StartHubAsync(Sagas);

        await hub.PublishAsync(new SeatWon(4711, 10));

        await OutboxIsEmptyAsync();
        (await Database.ScalarAsync<long>("SELECT count(*) FROM ledger.chip_stack")).Should().Be(0);
    }

    [Test]
    public async Task A_saga_at_work_does_not_hold_up_inserts_of_its_child_rows()
    {
        var stack = Guid.NewGuid();
        await InsertStackAsync(stack);
        await using var holder = NewContext();
        await using var transaction = await holder.Database.BeginTransactionAsync();
        await SagaRow.LockAsync<ChipStack>(holder, stack, CancellationToken.None);

        var insert = () => Database.ExecuteAsync("SET lock_timeout = '1s'; INSERT INTO ledger.stack_move (stack_id) SELECT id FROM ledger.chip_stack");

        await insert.Should().NotThrowAsync();
    }

    [Test]
    public async Task Of_two_first_events_the_second_waits_and_then_finds_the_row()
    {
        var stack = Guid.NewGuid();
        await using var first = NewContext();
        await using var second = NewContext();
        await using var firstTransaction = await first.Database.BeginTransactionAsync();
        await using var secondTransaction = await second.Database.BeginTransactionAsync();
        (await SagaRow.LockAsync<ChipStack>(first, stack, CancellationToken.None)).Should().BeNull();

        var waiting = SagaRow.LockAsync<ChipStack>(second, stack, CancellationToken.None);
        await Eventually.BecomesTrueAsync(
            "the second waits for the lock",
            async () => waiting.IsCompleted || await Database.ScalarAsync<long>("SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND wait_event = 'advisory'") == 1);
        first.Add(new ChipStack { CorrelationId = stack });
        await first.SaveChangesAsync();
        await firstTransaction.CommitAsync();

        (await waiting).Should().NotBeNull();
    }

    private static void Sagas(IBusRegistrationConfigurator bus)
    {
        bus.RecordsCounts();
        bus.AddSagaStateMachine<ChipStackStateMachine, ChipStack>().Endpoint(endpoint =>
        {
            endpoint.Name = "ledger-chip-stack";
            endpoint.ConcurrentMessageLimit = Consumers;
        });
    }

    private static Task WinAsync(HubUnderTest hub, Guid stack)
        => hub.PublishAsync([.. Enumerable.Range(0, Events).Select(_ => new ChipsWon(stack, 10))]);

    private LedgerDbContext NewContext()
        => new(new DbContextOptionsBuilder<LedgerDbContext>().UseNpgsql(Database.DataSource).UseSnakeCaseNamingConvention().Options);

    private Task<int> InsertStackAsync(Guid stack)
        => Database.ExecuteAsync($"INSERT INTO ledger.chip_stack (correlation_id, chips, moves) VALUES ('{stack}', 0, 0)");

    private Task<int> StackAsync(string column, Guid stack)
        => Database.ScalarAsync<int>($"SELECT {column} FROM ledger.chip_stack WHERE correlation_id = '{stack}'");
}
