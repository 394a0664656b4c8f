using System.Transactions;
using FluentAssertions;
using Hub.Tests.Compliance.Persistence.Captions;
using Hub.Tests.Compliance.Persistence.Hosting;
using Hub.Tests.Compliance.Persistence.Ledger;
using MassTransit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Hub.Tests.Compliance.Persistence;

/// <summary>What leaves when is between the outbox and the database, whatever the transport.</summary>
internal sealed class OutboxSpec() : PersistenceSpec(TransportUnderTest.InMemory)
{
    private HubUnderTest _hub = null!;

    [SetUp]
    public async Task StartAsync() => _hub = await StartHubAsync(bus => bus.RecordsPots());

    [Test]
    public async Task A_message_leaves_with_the_save_it_belongs_to()
    {
        var pot = Guid.NewGuid();

        await _hub.PublishAsync(new PotAwarded(pot));

        await EntriesBecomeAsync(1, RecordPotConsumer.Note, pot);
    }

    [Test]
    public async Task A_synchronous_save_delivers_as_well()
    {
        var pot = Guid.NewGuid();

        await _hub.InScopeAsync(async scope =>
        {
            await scope.GetRequiredService<IPublishEndpoint>().Publish(new PotAwarded(pot));
            // The point of this test is the call that is not asynchronous.
#pragma warning disable MA0042, CA1849
            scope.GetRequiredService<LedgerDbContext>().SaveChanges();
#pragma warning restore MA0042, CA1849
        });

        await EntriesBecomeAsync(1, RecordPotConsumer.Note, pot);
    }

    [Test]
    public async Task Nothing_leaves_when_nothing_is_saved()
        => await NothingLeavesAsync((_, _) => Task.CompletedTask);

    [Test]
    public async Task Nothing_leaves_when_the_transaction_is_rolled_back()
        => await NothingLeavesAsync(async (ledger, _) =>
        {
            await using var transaction = await ledger.Database.BeginTransactionAsync();
            await ledger.SaveChangesAsync();
            await transaction.RollbackAsync();
        });

    [Test]
    public async Task Nothing_leaves_when_the_transaction_is_left_without_a_commit()
        => await NothingLeavesAsync(async (ledger, _) =>
        {
            await using var transaction = await ledger.Database.BeginTransactionAsync();
            await ledger.SaveChangesAsync();
        });

    [Test]
    public async Task Nothing_leaves_when_an_ambient_transaction_is_not_completed()
        => await NothingLeavesAsync(async (ledger, _) =>
        {
            using var ambient = new TransactionScope(TransactionScopeAsyncFlowOption.Enabled);
            await ledger.SaveChangesAsync();
        });

    [Test]
    public async Task Nothing_leaves_when_the_save_fails()
    {
        await Database.ExecuteAsync("INSERT INTO ledger.entry (note, subject, position, unique_note) VALUES ('', gen_random_uuid(), 0, 'taken')");

        await NothingLeavesAsync(async (ledger, _) =>
        {
            ledger.Add(new LedgerEntry { Note = "", UniqueNote = "taken" });
            await ledger.Invoking(context => context.SaveChangesAsync()).Should().ThrowAsync<DbUpdateException>();
        });
    }

    [Test]
    public async Task A_completed_ambient_transaction_delivers()
    {
        var pot = Guid.NewGuid();

        await _hub.InScopeAsync(async scope =>
        {
            using var ambient = new TransactionScope(TransactionScopeAsyncFlowOption.Enabled);
            await scope.GetRequiredService<IPublishEndpoint>().Publish(new PotAwarded(pot));
            await scope.GetRequiredService<LedgerDbContext>().SaveChangesAsync();
            ambient.Complete();
        });

        await EntriesBecomeAsync(1, RecordPotConsumer.Note, pot);
    }

    [Test]
    public async Task A_message_waits_for_the_commit_not_for_the_save()
    {
        var (waiting, other) = (Guid.NewGuid(), Guid.NewGuid());
        await _hub.InScopeAsync(async scope =>
        {
            var ledger = scope.GetRequiredService<LedgerDbContext>();
            await using var transaction = await ledger.Database.BeginTransactionAsync();
            await scope.GetRequiredService<IPublishEndpoint>().Publish(new PotAwarded(waiting));
            await ledger.SaveChangesAsync();

            await _hub.PublishAsync(new PotAwarded(other));
            await EntriesBecomeAsync(1, RecordPotConsumer.Note, other);
            (await EntriesAsync(RecordPotConsumer.Note, waiting)).Should().Be(0);

            await transaction.CommitAsync();
        });

        await EntriesBecomeAsync(1, RecordPotConsumer.Note, waiting);
    }

    [Test]
    public async Task A_context_that_lives_long_does_not_collect_what_it_has_sent()
    {
        await _hub.InScopeAsync(async scope =>
        {
            var ledger = scope.GetRequiredService<LedgerDbContext>();
            for (var round = 0; round < 3; round++)
            {
                await using var transaction = await ledger.Database.BeginTransactionAsync();
                await scope.GetRequiredService<IPublishEndpoint>().Publish(new PotAwarded(Guid.NewGuid()));
                await ledger.SaveChangesAsync();
                await transaction.CommitAsync();
                await scope.GetRequiredService<IPublishEndpoint>().Publish(new PotAwarded(Guid.NewGuid()));
                await ledger.SaveChangesAsync();
            }

            ledger.ChangeTracker.Entries().Should().BeEmpty();
        });

        await EntriesBecomeAsync(6, RecordPotConsumer.Note);
    }

    [Test]
    public async Task Work_after_a_rollback_in_the_same_scope_delivers_its_own_messages_only()
    {
        var (lost, kept) = (Guid.NewGuid(), Guid.NewGuid());

        await _hub.InScopeAsync(async scope =>
        {
            var ledger = scope.GetRequiredService<LedgerDbContext>();
            var endpoint = scope.GetRequiredService<IPublishEndpoint>();
            await using (var transaction = await ledger.Database.BeginTransactionAsync())
            {
                await endpoint.Publish(new PotAwarded(lost));
                await ledger.SaveChangesAsync();
                await transaction.RollbackAsync();
            }

            await endpoint.Publish(new PotAwarded(kept));
            await ledger.SaveChangesAsync();
        });

        await EntriesBecomeAsync(1, RecordPotConsumer.Note, kept);
        (await EntriesAsync(RecordPotConsumer.Note, lost)).Should().Be(0);
    }

    [Test]
    public async Task Two_modules_in_one_scope_do_not_share_a_fate()
    {
        var (ledgers, captions) = (Guid.NewGuid(), Guid.NewGuid());

        await _hub.InScopeAsync(async scope =>
        {
            var endpoint = scope.GetRequiredService<IPublishEndpoint>();
            var ledger = scope.GetRequiredService<LedgerDbContext>();
            await using var transaction = await ledger.Database.BeginTransactionAsync();
            await endpoint.Publish(new PotAwarded(ledgers));
            await ledger.SaveChangesAsync();

            await endpoint.Publish(new PotAwarded(captions));
            scope.GetRequiredService<CaptionDbContext>().Add(new CaptionLine { Text = "kept" });
            await scope.GetRequiredService<CaptionDbContext>().SaveChangesAsync();
            await transaction.RollbackAsync();
        });

        await EntriesBecomeAsync(1, RecordPotConsumer.Note, captions);
        (await EntriesAsync(RecordPotConsumer.Note, ledgers)).Should().Be(0);
    }

    [Test]
    public async Task A_delayed_message_waits_in_the_database()
    {
        var (delayed, prompt) = (Guid.NewGuid(), Guid.NewGuid());

        await _hub.InScopeAsync(async scope =>
        {
            var endpoint = scope.GetRequiredService<IPublishEndpoint>();
            await endpoint.Publish(new PotAwarded(delayed), context => context.Delay = TimeSpan.FromSeconds(1));
            await endpoint.Publish(new PotAwarded(prompt));
            await scope.GetRequiredService<LedgerDbContext>().SaveChangesAsync();
        });

        await EntriesBecomeAsync(1, RecordPotConsumer.Note, prompt);
        (await EntriesAsync(RecordPotConsumer.Note, delayed)).Should().Be(0);
        await EntriesBecomeAsync(1, RecordPotConsumer.Note, delayed);
    }

    private async Task NothingLeavesAsync(Func<LedgerDbContext, IServiceProvider, Task> save)
    {
        var (lost, witness) = (Guid.NewGuid(), Guid.NewGuid());
        await _hub.InScopeAsync(async scope =>
        {
            await scope.GetRequiredService<IPublishEndpoint>().Publish(new PotAwarded(lost));
            await save(scope.GetRequiredService<LedgerDbContext>(), scope);
        });

        (await Database.ScalarAsync<long>("SELECT count(*) FROM messaging.outbox_message")).Should().Be(0);
        await _hub.PublishAsync(new PotAwarded(witness));
        await EntriesBecomeAsync(1, RecordPotConsumer.Note, witness);
        (await EntriesAsync(RecordPotConsumer.Note)).Should().Be(1);
    }
}
