namespace Hub.Modules.Subtitle.ReadCsv.Formats;

/// <summary><c>payout_structure.csv</c>: one row for each place, or range of places, of each tournament.</summary>
internal sealed class PayoutFormat : CsvFormat<PayoutEntry>
{
    private const string PlaceStart = "place_start";
    private const string PlaceEnd = "place_end";
    private const string Amount = "amount";
    private const string Percentage = "percentage";
    private const string IsBracelet = "is_bracelet";
    private const int LastPlace = 1_000_000;

    /// <summary>A place is paid once.</summary>
    public override Func<PayoutEntry, PayoutEntry, bool> Clash { get; } = (one, other) => one.FirstPlace <= other.LastPlace && other.FirstPlace <= one.LastPlace;

    protected override IReadOnlyList<string> RequiredColumns { get; } = [TournamentNumber, PlaceStart, PlaceEnd, Amount];

    protected override IReadOnlyList<string> KeyColumns { get; } = [PlaceStart];

    protected override PayoutEntry Read(RowReader row)
    {
        var entry = new PayoutEntry(
            (int)row.Whole(PlaceStart, 1, LastPlace),
            (int)row.Whole(PlaceEnd, 1, LastPlace),
            row.Money(Amount, long.MaxValue),
            row.OptionalPercent(Percentage),
            row.Flag(IsBracelet));
        if (row.Problems.Count == 0 && entry.LastPlace < entry.FirstPlace)
            row.Refuse(PlaceEnd, "comes before place_start", "place_start or a later place");
        return entry;
    }
}
