using FluentAssertions;
using Hub.Contracts.Monitoring;
using Hub.Tests.Compliance.Persistence.Hosting;
using Hub.Tests.Compliance.Persistence.Ledger;
using Hub.Tests.Support;
using MassTransit;
using Microsoft.Extensions.DependencyInjection;

namespace Hub.Tests.Compliance.Persistence;

[OnTransports]
internal sealed class InboxSpec(TransportUnderTest transport) : PersistenceSpec(transport)
{
    [Test]
    public async Task A_message_that_arrives_twenty_times_at_once_has_one_effect()
    {
        var hub = await StartHubAsync(bus => bus.RecordsPots());
        var bus = hub.Services.GetRequiredService<IBus>();
        var (pot, messageId) = (Guid.NewGuid(), Guid.NewGuid());
        var consumed = 0;
        using var counting = bus.ConnectReceiveObserver(new ReceiveCounter(() => Interlocked.Increment(ref consumed)));

        await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => bus.Publish(new PotAwarded(pot), context => context.MessageId = messageId)));

        await Eventually.BecomesTrueAsync("all twenty are received", () => Task.FromResult(Volatile.Read(ref consumed) >= 20));
        (await EntriesAsync(RecordPotConsumer.Note, pot)).Should().Be(1);
    }

    [Test]
    public async Task A_consumer_that_fails_after_its_save_leaves_only_what_its_last_attempt_did()
    {
        var plan = new FailurePlan(failures: 2);
        var hub = await StartHubAsync(Failing(plan));
        var pot = Guid.NewGuid();

        await hub.PublishAsync(new PotAwarded(pot));

        await EntriesBecomeAsync(1, CountedConsumer.Note, pot);
        (await EntriesAsync(FailingConsumer.Note, pot)).Should().Be(1);
        (await Database.ScalarAsync<int>($"SELECT position FROM ledger.entry WHERE note = '{CountedConsumer.Note}'")).Should().Be(3, "the third attempt succeeded");
        (await EntriesAsync(FaultConsumer.Note, pot)).Should().Be(0);
    }

    [Test]
    public async Task A_consumer_that_always_fails_leaves_one_fault_and_nothing_else()
    {
        var plan = new FailurePlan(failures: int.MaxValue);
        var hub = await StartHubAsync(Failing(plan));
        var pot = Guid.NewGuid();

        await hub.PublishAsync(new PotAwarded(pot));

        await EntriesBecomeAsync(1, FaultConsumer.Note, pot);
        plan.Attempts.Should().Be(3, "two retries were configured");
        (await EntriesAsync(FailingConsumer.Note)).Should().Be(0);
        (await EntriesAsync(CountedConsumer.Note)).Should().Be(0);
        (await Database.ScalarAsync<long>("SELECT count(*) FROM messaging.inbox JOIN messaging.subscription USING (consumer_id) WHERE consumer LIKE '%FailingConsumer%'")).Should().Be(0);
    }

    [Test]
    public async Task A_consumer_that_always_fails_makes_a_dead_letter_that_nobody_waits_for_and_that_can_be_replayed()
    {
        var plan = new FailurePlan(failures: 3);
        var hub = await StartHubAsync(Failing(plan));
        var alerts = await AlertProbe.ListenAsync(hub.Services);
        var pot = Guid.NewGuid();

        await hub.PublishAsync(new PotAwarded(pot));
        await EntriesBecomeAsync(1, FaultConsumer.Note, pot);
        (await alerts.RaisedAsync(AlertCodes.MessagingDeadLetter)).Text.Should().StartWith("PotAwarded was tried again and again and is given up: ");
        await NothingIsPendingAsync(hub);
        (await Redelivery(hub).ResendUnconsumedAsync(CancellationToken.None)).Should().Be(0, "a dead letter does not travel by itself");

        (await Redelivery(hub).ReplayDeadLettersAsync(CancellationToken.None)).Should().Be(1);

        await EntriesBecomeAsync(1, CountedConsumer.Note, pot);
        await OutboxIsEmptyAsync();
    }

    [Test]
    public async Task A_lost_database_connection_is_retried_and_makes_no_dead_letter()
    {
        var plan = new FailurePlan(failures: 3);
        var hub = await StartHubAsync(new HubSetup
        {
            Services = services => services.AddSingleton(plan),
            Consumers = bus => bus.AddConsumer<DisconnectedConsumer>().Endpoint(endpoint => endpoint.Name = "ledger-disconnected"),
        });
        var pot = Guid.NewGuid();

        await hub.PublishAsync(new PotAwarded(pot));

        await EntriesBecomeAsync(1, DisconnectedConsumer.Note, pot);
        (await Database.ScalarAsync<long>("SELECT count(*) FROM messaging.dead_letter")).Should().Be(0);
    }

    [Test]
    public async Task An_exempt_endpoint_consumes_without_inbox_and_is_not_waited_for()
    {
        var seen = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var hub = await StartHubAsync(new HubSetup
        {
            Services = services => services.AddSingleton(seen),
            Consumers = bus => bus.AddConsumer<ExemptConsumer>().Endpoint(endpoint => endpoint.Name = LedgerModule.Exempt),
        });

        await hub.InScopeAsync(async scope =>
        {
            var endpoint = await scope.GetRequiredService<ISendEndpointProvider>().GetSendEndpoint(new Uri($"queue:{LedgerModule.Exempt}"));
            await endpoint.Send(new PotAwarded(Guid.NewGuid()));
            await scope.GetRequiredService<LedgerDbContext>().SaveChangesAsync();
        });

        await seen.Task.WaitAsync(TimeSpan.FromSeconds(60));
        await OutboxIsEmptyAsync();
        (await Database.ScalarAsync<long>("SELECT count(*) FROM messaging.inbox")).Should().Be(0);
    }

    private static HubSetup Failing(FailurePlan plan) => new()
    {
        Services = services => services.AddSingleton(plan),
        Consumers = bus =>
        {
            bus.FailsPots();
            bus.RecordsCounts();
            bus.RecordsFaults();
        },
    };
}
