using Hub.Adapters.Persistence.Postgres.Inbox;
using MassTransit;
using MassTransit.Saga;
using Microsoft.EntityFrameworkCore;

namespace Hub.Adapters.Persistence.Postgres.Sagas;

/// <summary>Loads and stores sagas in the inbox's transaction, so that state, messages and "consumed" commit as one.</summary>
internal sealed class SagaContextFactory<TSaga>(ISagaConsumeContextFactory<DbContext, TSaga> contexts) : ISagaRepositoryContextFactory<TSaga>
    where TSaga : class, ISaga
{
    public Task Send<T>(ConsumeContext<T> context, IPipe<SagaRepositoryContext<TSaga, T>> next)
        where T : class
        => next.Send(Create(context));

    public async Task SendQuery<T>(ConsumeContext<T> context, ISagaQuery<TSaga> query, IPipe<SagaRepositoryQueryContext<TSaga, T>> next)
        where T : class
    {
        var sagas = Create(context);
        // Only which rows; each is locked and read when it is loaded, in one order for all, or two messages could lock each other out.
        var ids = await sagas.Database.Set<TSaga>()
            .Where(query.FilterExpression)
            .Select(saga => saga.CorrelationId)
            .Order()
            .ToListAsync(context.CancellationToken);
        await next.Send(new DefaultSagaRepositoryQueryContext<TSaga, T>(sagas, ids));
    }

    public void Probe(ProbeContext context) => context.Add("persistence", "inbox transaction");

    private SagaContext<TSaga, T> Create<T>(ConsumeContext<T> context)
        where T : class
        => context.TryGetPayload<IInboxTransaction>(out var inbox)
            ? new SagaContext<TSaga, T>(context, inbox.DbContext, contexts)
            : throw new ConfigurationException($"Saga {TypeCache<TSaga>.ShortName} needs an endpoint with an inbox: {context.ReceiveContext.InputAddress} has none.");
}
