using FluentAssertions;
using Hub.Tests.Compliance.Transport.Messages;
using MassTransit;

namespace Hub.Tests.Compliance.Transport;

[OnTransports(Capability.CancelledDelay)]
internal sealed class CancelledDelaySpec(TransportUnderTest transport) : TransportSpec(transport)
{
    [Test]
    public async Task A_message_that_was_called_off_does_not_come()
    {
        var seen = new Seen<int>();
        var bus = await StartBusAsync(factory => factory.ReceiveEndpoint("table", endpoint =>
        {
            OneByOne(endpoint);
            Notes(seen)(endpoint);
        }));
        var sent = await bus.Scheduler.ScheduleSend(Broker.AddressOf("table"), TimeSpan.FromSeconds(5), new HandDealt(1));
        var published = await bus.Scheduler.SchedulePublish(TimeSpan.FromSeconds(5), new HandDealt(2));
        await bus.Scheduler.ScheduleSend(Broker.AddressOf("table"), TimeSpan.FromSeconds(6), new HandDealt(3));

        await bus.Scheduler.CancelScheduledSend(sent.Destination, sent.TokenId);
        await bus.Scheduler.CancelScheduledPublish<HandDealt>(published.TokenId);

        await seen.BecomesAsync(1);
        seen.All.Should().Equal(3);
    }

    [Test]
    public async Task Calling_off_what_has_come_already_is_no_error()
    {
        var seen = new Seen<int>();
        var bus = await StartBusAsync(factory => factory.ReceiveEndpoint("table", Notes(seen)));
        var sent = await bus.Scheduler.ScheduleSend(Broker.AddressOf("table"), TimeSpan.FromMilliseconds(50), new HandDealt(1));
        await seen.BecomesAsync(1);

        await bus.Awaiting(late => late.Scheduler.CancelScheduledSend(sent.Destination, sent.TokenId)).Should().NotThrowAsync();
    }
}
