namespace Hub.Modules.Subtitle.ReadCsv;

/// <summary>What a file says.</summary>
/// <param name="Good">Rows that could be read.</param>
/// <param name="Bad">Rows that were left out.</param>
/// <param name="Problems">Why, by line.</param>
/// <param name="MayBeTorn">The last line is incomplete: most likely the file is still being written.</param>
internal sealed record ParsedCsv<TEntry>(IReadOnlyList<GoodRow<TEntry>> Good, IReadOnlyList<BadRow> Bad, IReadOnlyList<CsvProblem> Problems, bool MayBeTorn)
    where TEntry : ICsvEntry
{
    /// <summary>
    /// What holds for a tournament from now on: what the file says, and of what was known <paramref name="before"/> that which stands in
    /// rows that have become unreadable.
    /// </summary>
    /// <param name="tournament">Number of the tournament; null for rows that belong to none.</param>
    /// <param name="before">What was known.</param>
    /// <param name="said">What the file says of it.</param>
    /// <param name="clash">Whether two entries cannot both hold although their keys differ; null where they always can.</param>
    public IReadOnlyList<TEntry> Merge(int? tournament, IReadOnlyList<TEntry> before, IReadOnlyList<TEntry> said, Func<TEntry, TEntry, bool>? clash = null)
    {
        var lost = Bad.Where(row => row.Tournament is null || tournament is null || row.Tournament == tournament).ToList();
        if (lost.Count == 0)
            return said;

        var couldBeAny = lost.Exists(row => row.Key is null);
        var keys = lost.Select(row => row.Key).ToHashSet(StringComparer.Ordinal);
        var known = said.Select(entry => entry.Key).ToHashSet(StringComparer.Ordinal);
        return [.. said, .. before.Where(entry => (couldBeAny || keys.Contains(entry.Key)) && !known.Contains(entry.Key) && !(clash is not null && said.Any(other => clash(other, entry))))];
    }
}
