using Hub.Modules.Subtitle.Persistence;
using Hub.Modules.Subtitle.ReadCsv;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Hub.Modules.Subtitle.WatchCsv;

/// <summary>Which content of which file was dealt with, kept in the database so that a restart repeats and misses nothing.</summary>
internal sealed class CsvLedger(IServiceScopeFactory scopes)
{
    /// <summary>Those of <paramref name="files"/> whose listing differs from what was dealt with.</summary>
    public async Task<IReadOnlyList<FoundCsvFile>> ChangedAsync(IReadOnlyList<FoundCsvFile> files, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var known = await scope.ServiceProvider.GetRequiredService<SubtitleDbContext>().CsvFiles.AsNoTracking()
            .Select(file => new { file.Name, file.Path, file.Length, file.ModifiedTicks })
            .ToDictionaryAsync(file => file.Name, StringComparer.Ordinal, cancellationToken);
        return [.. files.Where(file => !known.TryGetValue(CsvFileNames.Of(file.Kind), out var row) || (row.Path, row.Length, row.ModifiedTicks) != (file.Name, file.Length, file.ModifiedTicks))];
    }
}
