using FluentAssertions;
using Hub.Tests.Compliance.Persistence.Hosting;
using Hub.Tests.Compliance.Persistence.Ledger;
using Hub.Tests.Support;
using Hub.Tests.Support.Processes;

namespace Hub.Tests.Compliance.Persistence;

/// <summary>Real processes, killed by SIGKILL.</summary>
[OnTransports]
internal sealed class CrashSpec(TransportUnderTest transport) : PersistenceSpec(transport)
{
    [Test]
    public async Task What_was_committed_before_a_kill_is_delivered_once_after_the_restart()
    {
        var pot = Guid.NewGuid();
        await using (var child = ChildProcess.Start<PublishingChild>(Database.ConnectionString, Broker.Address, pot.ToString(), PublishingChild.BeforeDelivery))
        {
            await child.SaysAsync(PublishingChild.Committed);
            await child.KillAsync();
        }

        (await StoredMessagesAsync()).Should().Be(1);

        await StartHubAsync(bus => bus.RecordsPots());

        await EntriesBecomeAsync(1, RecordPotConsumer.Note, pot);
        await OutboxIsEmptyAsync();
        (await EntriesAsync(RecordPotConsumer.Note)).Should().Be(1);
    }

    [Test]
    public async Task What_was_delivered_but_not_consumed_before_a_kill_is_delivered_again()
    {
        var pot = Guid.NewGuid();
        await using (var child = ChildProcess.Start<PublishingChild>(Database.ConnectionString, Broker.Address, pot.ToString(), PublishingChild.WhileConsuming))
        {
            await child.SaysAsync(PublishingChild.Consuming);
            await Eventually.BecomesTrueAsync("the message is marked as sent", async () => await Database.ScalarAsync<long>("SELECT count(*) FROM messaging.outbox_message WHERE sent_at IS NOT NULL") == 1);
            await child.KillAsync();
        }

        // Where the broker has kept it, it waits until the dead consumer's lock has ended.
        var gate = new Gate();
        gate.Open();
        await StartHubAsync(PublishingChild.Held(gate));

        await EntriesBecomeAsync(1, HeldConsumer.Note, pot);
        await OutboxIsEmptyAsync();
    }
}
