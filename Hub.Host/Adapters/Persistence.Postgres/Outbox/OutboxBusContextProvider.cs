using MassTransit;
using MassTransit.DependencyInjection;

namespace Hub.Adapters.Persistence.Postgres.Outbox;

/// <summary>Gives a consumer its consume context, whose endpoints lead to the outbox, and everyone else <see cref="OutboxBusContext"/>.</summary>
internal sealed class OutboxBusContextProvider(
    IBus bus,
    OutboxSession session,
    Bind<IBus, IClientFactory> clients,
    Bind<IBus, IScopedConsumeContextProvider> consumeContext,
    IServiceProvider provider) : IScopedBusContextProvider<IBus>
{
    public ScopedBusContext Context { get; } = consumeContext.Value.HasContext
        ? new ConsumeContextScopedBusContext(consumeContext.Value.GetContext(), clients.Value)
        : new OutboxBusContext(bus, session, clients.Value, provider);
}
