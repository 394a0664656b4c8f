using FluentAssertions;
using Hub.Tests.Compliance.Persistence.Hosting;
using Hub.Tests.Compliance.Persistence.Ledger;
using Hub.Tests.Support;
using MassTransit;
using Microsoft.Extensions.DependencyInjection;

namespace Hub.Tests.Compliance.Persistence;

[OnTransports]
internal sealed class DeliverySpec(TransportUnderTest transport) : PersistenceSpec(transport)
{
    [Test]
    public async Task Two_hosts_share_the_outbox_and_keep_the_order_of_each_scope()
    {
        const int Scopes = 24;
        const int MessagesPerScope = 6;
        var small = new Dictionary<string, string>(StringComparer.Ordinal) { ["BatchSize"] = "2" };
        var pots = Enumerable.Range(0, Scopes).Select(_ => Guid.NewGuid()).ToList();
        var arrivals = new Arrivals[] { new(), new() };
        var writer = await StartHubAsync(new HubSetup { Delivers = false, Announces = false });
        await Task.WhenAll(arrivals.Select(host => StartHubAsync(new HubSetup { Options = small, Consumers = bus => bus.NotesArrivals(), Services = services => services.AddSingleton(host) })));

        await Parallel.ForEachAsync(pots, (pot, _) => new ValueTask(writer.PublishAsync([.. Enumerable.Range(0, MessagesPerScope).Select(position => new PotAwarded(pot, position))])));
        await WakeAllAsync();

        await Eventually.BecomesTrueAsync("all messages have arrived", () => Task.FromResult(arrivals.Sum(host => host.All.Count) >= Scopes * MessagesPerScope));
        await OutboxIsEmptyAsync();
        arrivals.SelectMany(host => host.All).Should().OnlyHaveUniqueItems().And.HaveCount(Scopes * MessagesPerScope);
        arrivals.Should().OnlyContain(host => host.All.Count > 0, "both take part");
        foreach (var ofOneScope in arrivals.SelectMany(host => host.All.GroupBy(message => message.PotId)))
        {
            ofOneScope.Select(message => message.Position).Should().BeInAscendingOrder();
        }
    }

    [Test]
    public async Task A_message_reaches_consumers_of_an_interface_it_implements()
    {
        var hub = await StartHubAsync(bus => bus.CaptionsAnyPot());
        var pot = Guid.NewGuid();

        await hub.PublishAsync(new PotAwarded(pot));

        await Eventually.BecomesTrueAsync($"a caption for {pot}", async () => await Database.ScalarAsync<long>($"SELECT count(*) FROM caption.line WHERE subject = '{pot}'") == 1);
    }

    [Test]
    public async Task Saves_in_one_transaction_keep_their_order()
    {
        var arrivals = new Arrivals();
        var hub = await StartHubAsync(new HubSetup { Consumers = bus => bus.NotesArrivals(), Services = services => services.AddSingleton(arrivals) });
        var pot = Guid.NewGuid();

        await hub.InScopeAsync(async scope =>
        {
            var ledger = scope.GetRequiredService<LedgerDbContext>();
            await using var transaction = await ledger.Database.BeginTransactionAsync();
            for (var position = 0; position < 20; position++)
            {
                await scope.GetRequiredService<IPublishEndpoint>().Publish(new PotAwarded(pot, position));
                await ledger.SaveChangesAsync();
            }

            await transaction.CommitAsync();
        });

        await Eventually.BecomesTrueAsync("all have arrived", () => Task.FromResult(arrivals.All.Count == 20));
        arrivals.All.Select(message => message.Position).Should().BeInAscendingOrder();
    }

    [Test]
    public async Task A_scope_that_cannot_be_delivered_backs_off_while_others_flow()
    {
        var hub = await StartHubAsync(bus => bus.RecordsPots());
        await StoreUndeliverableAsync();
        await WakeAllAsync();
        var pot = Guid.NewGuid();

        await hub.PublishAsync(new PotAwarded(pot));

        await EntriesBecomeAsync(1, RecordPotConsumer.Note, pot);
        await Eventually.BecomesTrueAsync(
            "two failed attempts are noted, with their error",
            async () => await Database.ScalarAsync<long>("SELECT count(*) FROM messaging.outbox_scope WHERE attempts >= 2 AND last_error <> '' AND due_at > now()") == 1);
        (await PendingAsync(hub)).Should().Be(1);
    }

    [Test]
    public async Task A_host_hears_at_once_that_another_one_has_messages()
    {
        var writer = await StartHubAsync(new HubSetup { Delivers = false, Consumers = bus => bus.RecordsPots() });
        await StartHubAsync(bus => bus.RecordsPots());

        // The slow poll is at 5 min, later than this waits.
        for (var round = 1; round <= 3; round++)
        {
            await writer.PublishAsync(new PotAwarded(Guid.NewGuid()));
            await EntriesBecomeAsync(round, RecordPotConsumer.Note);
        }
    }

    [Test]
    public async Task A_host_that_lost_its_listening_connection_listens_again()
    {
        var writer = await StartHubAsync(new HubSetup { Delivers = false, Consumers = bus => bus.RecordsPots() });
        await StartHubAsync(bus => bus.RecordsPots());
        const string Listeners = "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND query = 'LISTEN hub_outbox'";
        await Eventually.BecomesTrueAsync("both hosts listen", async () => await Database.ScalarAsync<long>(Listeners) == 2);

        await Database.ExecuteAsync("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND query = 'LISTEN hub_outbox'");
        await Eventually.BecomesTrueAsync("both hosts listen again", async () => await Database.ScalarAsync<long>(Listeners) == 2);
        await writer.PublishAsync(new PotAwarded(Guid.NewGuid()));

        await EntriesBecomeAsync(1, RecordPotConsumer.Note);
    }

    [Test]
    public async Task A_stopped_host_leaves_what_it_has_not_sent_to_the_next_one()
    {
        var first = await StartHubAsync(bus => bus.RecordsPots());
        await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => first.PublishAsync([.. Enumerable.Range(0, 10).Select(position => new PotAwarded(Guid.NewGuid(), position))])));
        await first.StopAsync();

        var next = await StartHubAsync(bus => bus.RecordsPots());

        await NothingIsPendingAsync(next);
        (await EntriesAsync(RecordPotConsumer.Note)).Should().Be(200);
    }

    private Task<int> WakeAllAsync() => Database.ExecuteAsync("SELECT pg_notify('hub_outbox', '')");

    /// <summary>A message to a broker this host does not know.</summary>
    private Task<int> StoreUndeliverableAsync() => Database.ExecuteAsync(
        """
        INSERT INTO messaging.outbox_scope (id, attempts) VALUES (gen_random_uuid(), 0);
        INSERT INTO messaging.outbox_message (scope_id, ordinal, message_id, sends, message_types, content_type, body, destination_address)
        SELECT id, 0, gen_random_uuid(), 0, '{}', 'application/vnd.masstransit+json', '{}', 'unknown-broker://nowhere/queue' FROM messaging.outbox_scope;
        """);
}
