using Hub.Modules.Subtitle.Captions;
using Hub.Modules.Subtitle.DecideCaptions;
using Hub.Modules.Subtitle.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Hub.Modules.Subtitle.ManualData;

/// <summary>Brings captions up to a change of manual data, in the transaction of that change.</summary>
internal sealed class CaptionCorrections(SubtitleDbContext database, CaptionRefresh refresh)
{
    public async Task CorrectAsync(CaptionImpact impact, CancellationToken cancellationToken)
    {
        await refresh.RefreshNamesAsync(await WithExportedNamesAsync(impact.Names, cancellationToken), cancellationToken);
        foreach (var table in impact.Tables.Order(StringComparer.Ordinal))
            await refresh.RefreshTableAsync(table, cancellationToken);
        if (impact.Programme)
            await refresh.RefreshProgrammeAsync(cancellationToken);
    }

    /// <summary>A caption knows the name as it was exported; what was changed may be known by the corrected one.</summary>
    private async Task<IReadOnlyCollection<string>> WithExportedNamesAsync(IReadOnlyList<string> names, CancellationToken cancellationToken)
    {
        if (names.Count == 0)
            return names;

        var keys = names.Select(NameKey.Of).ToHashSet(StringComparer.Ordinal);
        var overrides = await database.NameOverrides.AsNoTracking().Select(entry => new { entry.ExportedName, entry.CorrectedName }).ToListAsync(cancellationToken);
        return [.. names, .. overrides.Where(entry => keys.Contains(NameKey.Of(entry.CorrectedName))).Select(entry => entry.ExportedName)];
    }
}
