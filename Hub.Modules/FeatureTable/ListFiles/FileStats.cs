using Hub.Modules.FeatureTable.Persistence;
using Hub.Modules.Kernel;
using Microsoft.EntityFrameworkCore;

namespace Hub.Modules.FeatureTable.ListFiles;

/// <summary>Counts of export files: all, and those with something in them that cannot be read.</summary>
internal sealed class FileStats(FeatureTableDbContext database) : IStatsSource
{
    public string Section => "source_files";

    public async Task<IReadOnlyDictionary<string, long>> ReadAsync(CancellationToken cancellationToken) => new Dictionary<string, long>(StringComparer.Ordinal)
    {
        ["total"] = await database.SourceFiles.LongCountAsync(cancellationToken),
        ["bad"] = await database.SourceFiles.LongCountAsync(file => file.State == SourceFileState.Bad || file.Problems.Count > 0, cancellationToken),
    };
}
