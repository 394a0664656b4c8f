using System.Data.Common;
using System.Transactions;
using Hub.Adapters.Persistence.Postgres.Timers;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Hub.Adapters.Persistence.Postgres.Outbox;

/// <summary>Puts the scope's messages into a save, and wakes the delivery exactly when they have become visible: at the commit.</summary>
internal sealed class OutboxInterceptor(OutboxSession session) : SaveChangesInterceptor, IDbTransactionInterceptor
{
    public override InterceptionResult<int> SavingChanges(DbContextEventData eventData, InterceptionResult<int> result)
    {
        session.FlushInto(eventData.Context!);
        return result;
    }

    public override ValueTask<InterceptionResult<int>> SavingChangesAsync(DbContextEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
        => new(SavingChanges(eventData, result));

    public override int SavedChanges(SaveChangesCompletedEventData eventData, int result)
    {
        Saved(eventData.Context!);
        return result;
    }

    public override ValueTask<int> SavedChangesAsync(SaveChangesCompletedEventData eventData, int result, CancellationToken cancellationToken = default)
        => new(SavedChanges(eventData, result));

    public override InterceptionResult ThrowingConcurrencyException(ConcurrencyExceptionEventData eventData, InterceptionResult result)
        => eventData.Entries.All(entry => entry.Entity is StoredTimer) ? InterceptionResult.Suppress() : result;

    /// <summary>A timer that is to be cancelled may have fired: that no row is deleted then is as it should be.</summary>
    public override ValueTask<InterceptionResult> ThrowingConcurrencyExceptionAsync(
        ConcurrencyExceptionEventData eventData, InterceptionResult result, CancellationToken cancellationToken = default)
        => new(ThrowingConcurrencyException(eventData, result));

    public void TransactionCommitted(DbTransaction transaction, TransactionEndEventData eventData) => session.Committed();

    public Task TransactionCommittedAsync(DbTransaction transaction, TransactionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        session.Committed();
        return Task.CompletedTask;
    }

    public void RolledBackToSavepoint(DbTransaction transaction, TransactionEventData eventData) => session.CloseScope();

    public Task RolledBackToSavepointAsync(DbTransaction transaction, TransactionEventData eventData, CancellationToken cancellationToken = default)
    {
        session.CloseScope();
        return Task.CompletedTask;
    }

    private void Saved(DbContext context)
    {
        session.Saved();
        if (context.Database.CurrentTransaction is not null)
        {
            return;
        }

        if (Transaction.Current is { } ambient)
        {
            ambient.TransactionCompleted += (_, ended) =>
            {
                if (ended.Transaction?.TransactionInformation.Status == TransactionStatus.Committed)
                {
                    session.Committed();
                }
            };
            return;
        }

        // A save without a transaction around it has committed its own.
        session.Committed();
    }
}
