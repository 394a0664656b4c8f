using Hub.Modules.FeatureTable.Persistence;
using MassTransit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Hub.Modules.FeatureTable.WatchFolders;

/// <summary>Which content of which file was dealt with, kept in the database so that a restart repeats and misses nothing.</summary>
internal sealed class SourceFileLedger(IServiceScopeFactory scopes)
{
    public async Task<Dictionary<string, SourceFileRow>> LoadAsync(string source, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<FeatureTableDbContext>().SourceFiles.AsNoTracking()
            .Where(file => file.Source == source)
            .ToDictionaryAsync(file => file.Path, StringComparer.Ordinal, cancellationToken);
    }

    /// <summary>Inserts or replaces what is known of a file, and raises and resolves the alerts about it. Never takes back that it was read once.</summary>
    /// <param name="before">What was known of it; null when nothing.</param>
    /// <param name="file">What is known now.</param>
    /// <param name="cancellationToken">Nothing has changed then.</param>
    public async Task SaveAsync(SourceFileRow? before, SourceFileRow file, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var database = scope.ServiceProvider.GetRequiredService<FeatureTableDbContext>();
        await using var transaction = await database.Database.BeginTransactionAsync(cancellationToken);
        await SaveAsync(database, file, cancellationToken);
        foreach (var message in FileAlerts.Between(before, file))
            await scope.ServiceProvider.GetRequiredService<IPublishEndpoint>().Publish(message, cancellationToken);
        await database.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }

    private static Task<int> SaveAsync(FeatureTableDbContext database, SourceFileRow file, CancellationToken cancellationToken)
    {
        var problems = file.Problems.ToArray();
        var state = SourceFileRowConfiguration.TextOf(file.State);
        return database.Database.ExecuteSqlAsync(
            $"""
            INSERT INTO feature_table.source_file AS known
                (source, path, length, modified_ticks, content_hash, state, session_id, hand_count, first_read_at, checked_at, last_error, problems)
            VALUES ({file.Source}, {file.Path}, {file.Length}, {file.ModifiedTicks}, {file.ContentHash}, {state}, {file.SessionId},
                {file.HandCount}, {file.FirstReadAt}, {file.CheckedAt}, {file.LastError}, {problems})
            ON CONFLICT (source, path) DO UPDATE SET
                length = excluded.length, modified_ticks = excluded.modified_ticks, content_hash = excluded.content_hash, state = excluded.state,
                session_id = excluded.session_id, hand_count = excluded.hand_count, first_read_at = coalesce(known.first_read_at, excluded.first_read_at),
                checked_at = excluded.checked_at, last_error = excluded.last_error, problems = excluded.problems
            """,
            cancellationToken);
    }
}
