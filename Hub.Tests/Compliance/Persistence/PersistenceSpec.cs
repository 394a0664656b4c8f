using Hub.Adapters.Persistence.Postgres.Model;
using Hub.Adapters.Persistence.Postgres.Redelivery;
using Hub.Modules.Kernel;
using Hub.Tests.Compliance.Brokers;
using Hub.Tests.Compliance.Persistence.Captions;
using Hub.Tests.Compliance.Persistence.Hosting;
using Hub.Tests.Compliance.Persistence.Ledger;
using Hub.Tests.Support;
using MassTransit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Hub.Tests.Compliance.Persistence;

/// <summary>A database and a broker per test and words for what the specs say about them.</summary>
internal abstract class PersistenceSpec(TransportUnderTest transport)
{
    private readonly List<HubUnderTest> _hubs = [];

    protected Broker Broker { get; private set; } = null!;

    protected TestDatabase Database { get; private set; } = null!;

    [SetUp]
    public async Task CreateDatabaseAsync()
    {
        Broker = await transport.OpenAsync();
        Database = await TestPostgres.CreateDatabaseAsync(nameof(PersistenceSpec), PrepareAsync);
    }

    [TearDown]
    public async Task DropDatabaseAsync()
    {
        foreach (var hub in _hubs)
        {
            await hub.DisposeAsync();
        }

        _hubs.Clear();
        await Database.DisposeAsync();
        await Broker.DisposeAsync();
    }

    /// <summary>A host that goes with the test.</summary>
    protected Task<HubUnderTest> StartHubAsync(Action<IBusRegistrationConfigurator> consumers) => StartHubAsync(new HubSetup { Consumers = consumers });

    /// <inheritdoc cref="StartHubAsync(Action{IBusRegistrationConfigurator})" />
    protected async Task<HubUnderTest> StartHubAsync(HubSetup setup)
    {
        var hub = await HubUnderTest.StartAsync(Database.ConnectionString, Broker, setup);
        _hubs.Add(hub);
        return hub;
    }

    protected Task<long> EntriesAsync(string note, Guid? subject = null)
        => Database.ScalarAsync<long>($"SELECT count(*) FROM ledger.entry WHERE note = '{note}' AND ('{subject}' = '' OR subject::text = '{subject}')");

    protected Task<long> StoredMessagesAsync() => Database.ScalarAsync<long>("SELECT count(*) FROM messaging.outbox_message");

    protected Task EntriesBecomeAsync(long count, string note, Guid? subject = null)
        => Eventually.BecomesTrueAsync($"{count} ledger entries '{note}' for {subject}", async () => await EntriesAsync(note, subject) == count);

    protected Task OutboxIsEmptyAsync() => Eventually.BecomesTrueAsync("every message is swept", async () => await StoredMessagesAsync() == 0);

    protected static IOutboxRedelivery Redelivery(HubUnderTest hub) => hub.Services.GetRequiredService<IOutboxRedelivery>();

    protected static Task NothingIsPendingAsync(HubUnderTest hub)
        => Eventually.BecomesTrueAsync("no message is pending", async () => await PendingAsync(hub) == 0);

    protected static async Task<long> PendingAsync(HubUnderTest hub)
        => await hub.Services.GetServices<IPendingWork>().Single(work => work.Name == "undelivered messages").CountAsync(CancellationToken.None);

    /// <summary>Stores a message that is marked as sent though it was not: what a broker that lost it leaves behind.</summary>
    protected static async Task<Guid> PublishAndLoseAsync(HubUnderTest hub, Guid pot)
    {
        var messageId = NewId.NextGuid();
        await hub.InScopeAsync(async scope =>
        {
            var ledger = scope.GetRequiredService<LedgerDbContext>();
            await using var transaction = await ledger.Database.BeginTransactionAsync();
            await scope.GetRequiredService<IPublishEndpoint>().Publish(new PotAwarded(pot), context => context.MessageId = messageId);
            await ledger.SaveChangesAsync();
            await ledger.Database.ExecuteSqlAsync($"UPDATE messaging.outbox_message SET sent_at = now(), sends = 1 WHERE message_id = {messageId}");
            await ledger.Database.ExecuteSqlAsync($"DELETE FROM messaging.outbox_scope WHERE id = (SELECT scope_id FROM messaging.outbox_message WHERE message_id = {messageId})");
            await transaction.CommitAsync();
        });
        return messageId;
    }

    private static async Task PrepareAsync(TestDatabase database)
    {
        await using var hub = HubUnderTest.Build(database.ConnectionString, new InMemoryBroker(), new HubSetup());
        await hub.InScopeAsync(async scope =>
        {
            await scope.GetRequiredService<MessagingDbContext>().Database.MigrateAsync();
            foreach (var context in new DbContext[] { scope.GetRequiredService<LedgerDbContext>(), scope.GetRequiredService<CaptionDbContext>() })
            {
                await database.ExecuteAsync(context.Database.GenerateCreateScript());
            }
        });
    }
}
