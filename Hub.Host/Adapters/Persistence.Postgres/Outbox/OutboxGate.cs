using MassTransit;
using MassTransit.Middleware;

namespace Hub.Adapters.Persistence.Postgres.Outbox;

/// <summary>
/// Where MassTransit's outbox endpoints hand in their messages. One for publishing and one for sending: the message itself
/// does not tell, and who has to consume it depends on it.
/// </summary>
internal sealed class OutboxGate(OutboxSession session, IServiceProvider provider, bool published) : OutboxSendContext
{
    public Task AddSend<T>(SendContext<T> context)
        where T : class
    {
        session.Add(context, published);
        return Task.CompletedTask;
    }

    public object? GetService(Type serviceType) => provider.GetService(serviceType);
}
