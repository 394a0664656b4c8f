using FluentAssertions;
using Hub.Tests.Compliance.Persistence.Ledger;
using MassTransit;

namespace Hub.Tests.Compliance.Persistence;

internal sealed class OutboxSpec(TransportUnderTest transport) : PersistenceSpec(transport)
{
    [Test]
    public async Task A_message_leaves_with_the_save_it_belongs_to()
    {
        var hub = await StartHubAsync(Recording);
        var pot = Guid.NewGuid();

        await hub.PublishAsync(new PotAwarded(pot));

        await EntriesBecomeAsync(1, RecordPotConsumer.Note, pot);
        await OutboxIsEmptyAsync();
        (await PendingAsync(hub)).Should().Be(0);
    }

    private static void Recording(IBusRegistrationConfigurator bus) => bus.AddConsumer<RecordPotConsumer>().Endpoint(endpoint => endpoint.Name = "ledger-record-pot");
}
