using MassTransit;
using MassTransit.Context;
using MassTransit.Saga;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Hub.Adapters.Persistence.Postgres.Sagas;

/// <summary>The sagas of one message. Nothing is saved here: the inbox saves and commits when the consumer is done.</summary>
internal sealed class SagaContext<TSaga, T>(ConsumeContext<T> context, DbContext database, ISagaConsumeContextFactory<DbContext, TSaga> contexts)
    : ConsumeContextScope<T>(context), SagaRepositoryContext<TSaga, T>
    where TSaga : class, ISaga
    where T : class
{
    private readonly ConsumeContext<T> _context = context;

    public DbContext Database => database;

    public Task<SagaConsumeContext<TSaga, T>> Add(TSaga instance) => CreateSagaConsumeContext(_context, instance, SagaConsumeContextMode.Add);

    /// <summary>Inserts at once; null when another message was faster and its row has to be loaded.</summary>
    public async Task<SagaConsumeContext<TSaga, T>> Insert(TSaga instance)
    {
        var entry = database.Add(instance);
        try
        {
            await database.SaveChangesAsync(CancellationToken);
        }
        catch (DbUpdateException exception) when (exception.InnerException is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation })
        {
            entry.State = EntityState.Detached;
            return null!;
        }

        return await CreateSagaConsumeContext(_context, instance, SagaConsumeContextMode.Insert);
    }

    public async Task<SagaConsumeContext<TSaga, T>> Load(Guid correlationId)
        => await SagaRow.LockAsync<TSaga>(database, correlationId, CancellationToken) is { } instance
            ? await CreateSagaConsumeContext(_context, instance, SagaConsumeContextMode.Load)
            : null!;

    public Task Save(SagaConsumeContext<TSaga> context)
    {
        database.Add(context.Saga);
        return Task.CompletedTask;
    }

    public Task Update(SagaConsumeContext<TSaga> context) => Task.CompletedTask;

    public Task Delete(SagaConsumeContext<TSaga> context)
    {
        database.Remove(context.Saga);
        return Task.CompletedTask;
    }

    public Task Discard(SagaConsumeContext<TSaga> context) => Task.CompletedTask;

    /// <summary>What a read-only event did to the instance is not to be saved.</summary>
    public Task Undo(SagaConsumeContext<TSaga> context)
    {
        database.Entry(context.Saga).State = EntityState.Detached;
        return Task.CompletedTask;
    }

    public Task<SagaConsumeContext<TSaga, TMessage>> CreateSagaConsumeContext<TMessage>(ConsumeContext<TMessage> consumeContext, TSaga instance, SagaConsumeContextMode mode)
        where TMessage : class
        => contexts.CreateSagaConsumeContext(database, consumeContext, instance, mode);
}
