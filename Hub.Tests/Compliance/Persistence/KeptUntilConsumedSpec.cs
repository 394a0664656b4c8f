using FluentAssertions;
using Hub.Adapters.Persistence.Postgres.Redelivery;
using Hub.Tests.Compliance.Persistence.Hosting;
using Hub.Tests.Compliance.Persistence.Ledger;
using Hub.Tests.Support;
using MassTransit;
using Microsoft.Extensions.DependencyInjection;

namespace Hub.Tests.Compliance.Persistence;

[OnTransports]
internal sealed class KeptUntilConsumedSpec(TransportUnderTest transport) : PersistenceSpec(transport)
{
    [Test]
    public async Task A_message_is_kept_until_the_last_subscriber_has_had_it()
    {
        var gate = new Gate();
        var hub = await StartHubAsync(RecordingAndHeld(gate));
        var pot = Guid.NewGuid();

        await hub.PublishAsync(new PotAwarded(pot));
        await EntriesBecomeAsync(1, RecordPotConsumer.Note, pot);
        await gate.Reached;
        await SweepAsync(hub);
        (await StoredMessagesAsync()).Should().Be(1);
        (await PendingAsync(hub)).Should().Be(1);
        gate.Open();

        await EntriesBecomeAsync(1, HeldConsumer.Note, pot);
        await NothingIsPendingAsync(hub);
        await OutboxIsEmptyAsync();
    }

    [Test]
    public async Task A_message_sent_to_an_endpoint_waits_for_its_consumers_only()
    {
        var gate = new Gate();
        var hub = await StartHubAsync(RecordingAndHeld(gate));
        var pot = Guid.NewGuid();

        await hub.InScopeAsync(async scope =>
        {
            var endpoint = await scope.GetRequiredService<ISendEndpointProvider>().GetSendEndpoint(new Uri($"queue:{LedgerEndpoints.RecordPots}"));
            await endpoint.Send(new PotAwarded(pot));
            await scope.GetRequiredService<LedgerDbContext>().SaveChangesAsync();
        });

        await EntriesBecomeAsync(1, RecordPotConsumer.Note, pot);
        await OutboxIsEmptyAsync();
    }

    [Test]
    public async Task A_message_nobody_subscribes_to_is_done_once_it_is_sent()
    {
        var hub = await StartHubAsync(bus => bus.RecordsPots());

        await hub.PublishAsync(new PotCounted(Guid.NewGuid(), 1));

        await OutboxIsEmptyAsync();
        (await PendingAsync(hub)).Should().Be(0);
    }

    [Test]
    public async Task A_message_nobody_wants_after_its_time_is_not_waited_for()
    {
        var gate = new Gate();
        var hub = await StartHubAsync(RecordingAndHeld(gate));
        await PublishAndLoseAsync(hub, Guid.NewGuid());

        await Database.ExecuteAsync("UPDATE messaging.outbox_message SET expires_at = now() - interval '1 second'");

        await OutboxIsEmptyAsync();
    }

    [Test]
    public async Task What_the_broker_lost_is_sent_again_on_demand_with_its_message_id()
    {
        var hub = await StartHubAsync(bus => bus.RecordsPots());
        var pot = Guid.NewGuid();
        var messageId = await PublishAndLoseAsync(hub, pot);
        (await PendingAsync(hub)).Should().Be(1);

        (await Redelivery(hub).ResendUnconsumedAsync(CancellationToken.None)).Should().Be(1);

        await EntriesBecomeAsync(1, RecordPotConsumer.Note, pot);
        (await Database.ScalarAsync<long>($"SELECT count(*) FROM messaging.inbox WHERE message_id = '{messageId}'")).Should().Be(1);
    }

    [Test]
    public async Task What_the_broker_lost_is_sent_again_by_itself_after_a_while()
    {
        var hub = await StartHubAsync(new HubSetup { Consumers = bus => bus.RecordsPots(), Options = Only("ResendAfter", "00:00:01") });
        var pot = Guid.NewGuid();

        await PublishAndLoseAsync(hub, pot);

        await EntriesBecomeAsync(1, RecordPotConsumer.Note, pot);
        await OutboxIsEmptyAsync();
    }

    [Test]
    public async Task What_was_published_for_another_broker_goes_to_this_one()
    {
        var hub = await StartHubAsync(bus => bus.RecordsPots());
        var pot = Guid.NewGuid();
        await PublishAndLoseAsync(hub, pot);
        await Database.ExecuteAsync("UPDATE messaging.outbox_message SET destination_address = 'former-broker://old:1234/' || split_part(destination_address, '/', 4)");

        await Redelivery(hub).ResendUnconsumedAsync(CancellationToken.None);

        await EntriesBecomeAsync(1, RecordPotConsumer.Note, pot);
    }

    [Test]
    public async Task What_was_sent_on_another_broker_goes_to_the_endpoint_of_the_same_name()
    {
        var hub = await StartHubAsync(bus => bus.RecordsPots());
        var pot = Guid.NewGuid();
        await PublishAndLoseAsync(hub, pot);
        await Database.ExecuteAsync($"UPDATE messaging.outbox_message SET destination_address = 'former-broker://old/gone', published_type = NULL, endpoint = '{LedgerEndpoints.RecordPots}'");

        await Redelivery(hub).ResendUnconsumedAsync(CancellationToken.None);

        await EntriesBecomeAsync(1, RecordPotConsumer.Note, pot);
    }

    [Test]
    public async Task A_resend_does_not_reach_those_who_have_had_the_message()
    {
        var gate = new Gate();
        var hub = await StartHubAsync(RecordingAndHeld(gate));
        var pot = Guid.NewGuid();
        await hub.PublishAsync(new PotAwarded(pot));
        await EntriesBecomeAsync(1, RecordPotConsumer.Note, pot);
        await gate.Reached;

        await Redelivery(hub).ResendUnconsumedAsync(CancellationToken.None);
        await Eventually.BecomesTrueAsync("the message was sent twice", async () => await Database.ScalarAsync<int>("SELECT sends FROM messaging.outbox_message") == 2);
        gate.Open();

        await OutboxIsEmptyAsync();
        (await EntriesAsync(RecordPotConsumer.Note, pot)).Should().Be(1);
        (await EntriesAsync(HeldConsumer.Note, pot)).Should().Be(1);
    }

    [Test]
    public async Task A_consumer_that_no_host_has_any_more_is_not_waited_for_for_ever()
    {
        var hub = await StartHubAsync(bus => bus.RecordsPots());
        await Database.ExecuteAsync("INSERT INTO messaging.subscription VALUES (gen_random_uuid(), (SELECT message_type FROM messaging.subscription), 'ledger-gone', 'Gone', now() - interval '2 days')");
        var pot = Guid.NewGuid();
        await hub.PublishAsync(new PotAwarded(pot));
        await EntriesBecomeAsync(1, RecordPotConsumer.Note, pot);
        await SweepAsync(hub);
        (await StoredMessagesAsync()).Should().Be(1);

        await hub.Services.GetRequiredService<OutboxSweep>().SweepAgedAsync(CancellationToken.None);

        await OutboxIsEmptyAsync();
    }

    [Test]
    public async Task A_message_too_old_is_given_up_and_the_inbox_forgets_later_still()
    {
        var hub = await StartHubAsync(bus => bus.RecordsPots());
        var (consumed, lost) = (Guid.NewGuid(), Guid.NewGuid());
        await hub.PublishAsync(new PotAwarded(consumed));
        await OutboxIsEmptyAsync();
        await PublishAndLoseAsync(hub, lost);
        var sweep = hub.Services.GetRequiredService<OutboxSweep>();

        await Database.ExecuteAsync("UPDATE messaging.outbox_message SET created_at = now() - interval '4 days'; UPDATE messaging.inbox SET consumed_at = now() - interval '4 days'");
        await sweep.SweepAgedAsync(CancellationToken.None);
        (await StoredMessagesAsync()).Should().Be(0);
        (await InboxRowsAsync()).Should().Be(1);

        await Database.ExecuteAsync("UPDATE messaging.inbox SET consumed_at = now() - interval '8 days'");
        await sweep.SweepAgedAsync(CancellationToken.None);
        (await InboxRowsAsync()).Should().Be(0);
    }

    private static HubSetup RecordingAndHeld(Gate gate) => new()
    {
        Services = services => services.AddSingleton(gate),
        Consumers = bus =>
        {
            bus.RecordsPots();
            bus.HoldsPots();
        },
    };

    private static Dictionary<string, string> Only(string option, string value) => new(StringComparer.Ordinal) { [option] = value };

    private static Task<int> SweepAsync(HubUnderTest hub) => hub.Services.GetRequiredService<OutboxSweep>().SweepConsumedAsync(CancellationToken.None);

    private Task<long> InboxRowsAsync() => Database.ScalarAsync<long>("SELECT count(*) FROM messaging.inbox");
}
