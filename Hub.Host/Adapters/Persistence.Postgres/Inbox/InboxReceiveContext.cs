using Hub.Adapters.Persistence.Postgres.Outbox;
using MassTransit;
using MassTransit.Context;
using MassTransit.Middleware.Outbox;

namespace Hub.Adapters.Persistence.Postgres.Inbox;

/// <summary>MassTransit builds every nested consume context from the receive context, so its endpoints have to lead to the outbox.</summary>
internal sealed class InboxReceiveContext(ReceiveContext context, OutboxSession session, IServiceProvider provider) : ReceiveContextProxy(context)
{
    public override IPublishEndpointProvider PublishEndpointProvider { get; }
        = new OutboxPublishEndpointProvider(new OutboxGate(session, provider, published: true), context.PublishEndpointProvider);

    public override ISendEndpointProvider SendEndpointProvider { get; }
        = new OutboxSendEndpointProvider(new OutboxGate(session, provider, published: false), context.SendEndpointProvider);
}
