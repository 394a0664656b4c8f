namespace Hub.Modules.Subtitle.ReadCsv;

/// <summary>The rows of a file that could be read so far, and whether another one can stand beside them.</summary>
internal sealed class GoodRows<TEntry>(Func<TEntry, TEntry, bool> areDifferent, Func<TEntry, TEntry, bool>? clash)
    where TEntry : ICsvEntry
{
    private readonly List<GoodRow<TEntry>> _all = [];
    private readonly Dictionary<(int? Tournament, string Key), List<GoodRow<TEntry>>> _byKey = [];

    public IReadOnlyList<GoodRow<TEntry>> All => _all;

    public void Add(GoodRow<TEntry> row)
    {
        _all.Add(row);
        if (_byKey.TryGetValue((row.Tournament, row.Entry.Key), out var same))
            same.Add(row);
        else
            _byKey.Add((row.Tournament, row.Entry.Key), [row]);
    }

    /// <summary>Line of the row that says the same thing, or something else of the same thing; null when there is none.</summary>
    public int? FindRival(int? tournament, TEntry entry)
        => _byKey.GetValueOrDefault((tournament, entry.Key))?.Find(row => !areDifferent(row.Entry, entry))?.Line
            ?? (clash is null ? null : _all.Find(row => row.Tournament == tournament && clash(row.Entry, entry))?.Line);
}
