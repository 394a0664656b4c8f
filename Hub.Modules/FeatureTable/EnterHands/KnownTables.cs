using Hub.Modules.FeatureTable.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Hub.Modules.FeatureTable.EnterHands;

/// <summary>The tables there are: configured on this host, or seen in an export by any.</summary>
internal sealed class KnownTables(FeatureTableDbContext database, IOptions<FeatureTableOptions> options)
{
    public async Task<IReadOnlyList<string>> ListAsync(CancellationToken cancellationToken)
    {
        var seen = await database.Sessions.Select(session => session.TableName).Distinct().ToListAsync(cancellationToken);
        return [.. options.Value.Sources.Select(source => source.TableName).Concat(seen).Distinct(StringComparer.OrdinalIgnoreCase).Order(StringComparer.Ordinal)];
    }

    /// <summary>
    /// The table's name as it is spelt everywhere else; null when it is a stranger among known ones, most likely a misspelling.
    /// Where none is known yet, any will do.
    /// </summary>
    public static string? Find(IReadOnlyList<string> tables, string name)
        => tables.Count == 0 ? name.Trim() : tables.FirstOrDefault(table => string.Equals(table, name.Trim(), StringComparison.OrdinalIgnoreCase));
}
