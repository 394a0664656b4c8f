using System.Transactions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace Hub.Adapters.Persistence.Postgres.Outbox;

/// <summary>The scope row of a transaction that is under way; several saves in one transaction share it and so keep their order.</summary>
internal sealed class OpenScope
{
    private readonly EntityEntry<OutboxScope> _entry;
    private readonly string? _transaction;

    private OpenScope(EntityEntry<OutboxScope> entry) => (_entry, _transaction) = (entry, TransactionOf(entry.Context));

    public EntityEntry Entry => _entry;

    public Guid Id => _entry.Entity.Id;

    public int NextOrdinal { get; set; }

    public static OpenScope Start(DbContext context, DateTimeOffset? dueAt)
        => new(context.Add(new OutboxScope { Id = Guid.CreateVersion7(), DueAt = dueAt ?? default }));

    /// <summary>Whether the row is in the transaction that <paramref name="context"/> writes in, or about to be.</summary>
    public bool IsStillOpenIn(DbContext context)
        => ReferenceEquals(context, _entry.Context)
        && _entry.State is EntityState.Added or EntityState.Unchanged
        && (_entry.State == EntityState.Added || _transaction is not null)
        && _transaction == TransactionOf(context);

    private static string? TransactionOf(DbContext context)
        => context.Database.CurrentTransaction?.TransactionId.ToString() ?? Transaction.Current?.TransactionInformation.LocalIdentifier;
}
