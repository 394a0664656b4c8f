using FluentAssertions;
using Hub.Tests.Compliance.Transport.Messages;
using MassTransit;

namespace Hub.Tests.Compliance.Transport;

[OnTransports]
internal sealed class HeaderSpec(TransportUnderTest transport) : TransportSpec(transport)
{
    [Test]
    public async Task What_is_written_on_a_message_arrives_with_it()
    {
        var (message, correlation, conversation, initiator, request) = (NewId.NextGuid(), Guid.NewGuid(), Guid.NewGuid(), Guid.NewGuid(), Guid.NewGuid());
        var arrived = new TaskCompletionSource<ConsumeContext<HandDealt>>(TaskCreationOptions.RunContinuationsAsynchronously);
        var bus = await StartBusAsync(factory => factory.ReceiveEndpoint("table", endpoint => endpoint.Handler<HandDealt>(context =>
        {
            arrived.TrySetResult(context);
            return Task.CompletedTask;
        })));

        await bus.SendAsync("table", new HandDealt(1), context =>
        {
            context.MessageId = message;
            context.CorrelationId = correlation;
            context.ConversationId = conversation;
            context.InitiatorId = initiator;
            context.RequestId = request;
            context.Headers.Set("Player", "Žofia 김민준 🂡");
            context.Headers.Set("Seat", 9);
            context.Headers.Set("Session", message.ToString());
        });

        var context = await arrived.Task.WaitAsync(TimeSpan.FromSeconds(60));
        context.MessageId.Should().Be(message);
        context.CorrelationId.Should().Be(correlation);
        context.ConversationId.Should().Be(conversation);
        context.InitiatorId.Should().Be(initiator);
        context.RequestId.Should().Be(request);
        context.SentTime.Should().NotBeNull();
        context.SourceAddress.Should().NotBeNull();
        context.DestinationAddress!.AbsolutePath.Should().EndWith("table");
        context.Headers.Get<string>("Player").Should().Be("Žofia 김민준 🂡");
        context.Headers.Get<int>("Seat").Should().Be(9);
        context.Headers.Get<string>("Session").Should().Be(message.ToString());
        context.ReceiveContext.Redelivered.Should().BeFalse();
    }

    [Test]
    public async Task What_a_consumer_sends_belongs_to_the_conversation_it_is_in()
    {
        var (correlation, conversation) = (Guid.NewGuid(), Guid.NewGuid());
        var arrived = new TaskCompletionSource<ConsumeContext<HandDealt>>(TaskCreationOptions.RunContinuationsAsynchronously);
        var bus = await StartBusAsync(factory =>
        {
            factory.ReceiveEndpoint("dealer", endpoint => endpoint.Handler<DeckShuffled>(context => context.Publish(new HandDealt(1))));
            factory.ReceiveEndpoint("table", endpoint => endpoint.Handler<HandDealt>(context =>
            {
                arrived.TrySetResult(context);
                return Task.CompletedTask;
            }));
        });

        await bus.PublishAsync(new DeckShuffled(), context => (context.CorrelationId, context.ConversationId) = (correlation, conversation));

        var context = await arrived.Task.WaitAsync(TimeSpan.FromSeconds(60));
        context.ConversationId.Should().Be(conversation);
        context.InitiatorId.Should().Be(correlation);
        context.SourceAddress!.AbsolutePath.Should().EndWith("dealer");
    }
}
