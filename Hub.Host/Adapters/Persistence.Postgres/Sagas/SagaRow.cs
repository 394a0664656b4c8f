using MassTransit;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;

namespace Hub.Adapters.Persistence.Postgres.Sagas;

/// <summary>Reads a saga's row for change, one message at a time.</summary>
internal static class SagaRow
{
    /// <summary>
    /// Locks the saga's row until the transaction ends and returns it as it is now, or null when there is none. In that case
    /// the correlation id itself is locked, so that of several first messages one creates the row and the others find it.
    /// </summary>
    public static async Task<TSaga?> LockAsync<TSaga>(DbContext database, Guid correlationId, CancellationToken cancellationToken)
        where TSaga : class, ISaga
    {
        if (await ReadAsync<TSaga>(database, correlationId, cancellationToken) is { } found)
        {
            return found;
        }

        await database.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock(hashtextextended({correlationId.ToString()}, 0))", cancellationToken);
        return await ReadAsync<TSaga>(database, correlationId, cancellationToken);
    }

    private static async Task<TSaga?> ReadAsync<TSaga>(DbContext database, Guid correlationId, CancellationToken cancellationToken)
        where TSaga : class, ISaga
    {
        // A copy read before the lock would hide what others have committed since.
        foreach (var stale in database.ChangeTracker.Entries<TSaga>().Where(entry => entry.Entity.CorrelationId == correlationId).ToList())
        {
            stale.State = EntityState.Detached;
        }

        // NO KEY: a full FOR UPDATE would also hold up inserts of child rows, whose foreign key check shares the row's key.
        var rows = await database.Set<TSaga>().FromSqlRaw(LockStatement<TSaga>(database), correlationId).ToListAsync(cancellationToken);
        return rows.SingleOrDefault();
    }

    private static string LockStatement<TSaga>(DbContext database)
    {
        var entity = database.Model.FindEntityType(typeof(TSaga))
            ?? throw new ConfigurationException($"{database.GetType().Name} does not map saga {typeof(TSaga).Name}. Its endpoint must belong to the module that does.");
        var table = StoreObjectIdentifier.Create(entity, StoreObjectType.Table)!.Value;
        var correlationId = entity.GetProperty(nameof(ISaga.CorrelationId)).GetColumnName(table)!;
        var sql = database.GetService<ISqlGenerationHelper>();
        // xmin is not part of *, but may be mapped as concurrency token.
        return $"SELECT *, xmin FROM {sql.DelimitIdentifier(table.Name, table.Schema)} WHERE {sql.DelimitIdentifier(correlationId)} = {{0}} FOR NO KEY UPDATE";
    }
}
