using Hub.Modules.FeatureTable.Persistence;
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

    /// <summary>Inserts or replaces what is known of a file. Never takes back that it was read once.</summary>
    public async Task SaveAsync(SourceFileRow file, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var problems = file.Problems.ToArray();
        var state = SourceFileRowConfiguration.TextOf(file.State);
        await scope.ServiceProvider.GetRequiredService<FeatureTableDbContext>().Database.ExecuteSqlAsync(
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
