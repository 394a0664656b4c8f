using MassTransit;
using MassTransit.Clients;
using MassTransit.DependencyInjection;
using MassTransit.Middleware.Outbox;
using MassTransit.Transports;

namespace Hub.Adapters.Persistence.Postgres.Outbox;

/// <summary>The scoped publish and send endpoints outside a consumer: everything waits in the session for a save.</summary>
internal sealed class OutboxBusContext(IBus bus, OutboxSession session, IClientFactory clients, IServiceProvider provider) : ScopedBusContext
{
    public ISendEndpointProvider SendEndpointProvider { get; }
        = new OutboxSendEndpointProvider(new OutboxGate(session, provider, published: false), bus);

    public IPublishEndpoint PublishEndpoint { get; }
        = new PublishEndpoint(new OutboxPublishEndpointProvider(new OutboxGate(session, provider, published: true), bus));

    /// <summary>Requests do not wait for a save: their answer is awaited before there is one.</summary>
    public IScopedClientFactory ClientFactory { get; }
        = new ScopedClientFactory(new ClientFactory(new ScopedClientFactoryContext(clients, provider)), null);
}
