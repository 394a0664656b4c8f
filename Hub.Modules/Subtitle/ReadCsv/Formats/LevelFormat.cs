namespace Hub.Modules.Subtitle.ReadCsv.Formats;

/// <summary><c>blind_structure.csv</c>: one row for each level and break of each tournament.</summary>
internal sealed class LevelFormat : CsvFormat<LevelEntry>
{
    public const int HighestLevel = 999;

    private const string Level = "level";
    private const string SmallBlind = "small_blind";
    private const string BigBlind = "big_blind";
    private const string Ante = "ante";
    private const string BigBlindAnte = "bb_ante";
    private const string DurationMinutes = "duration_minutes";
    private const string IsBreak = "is_break";
    private const string BreakName = "break_name";
    private const int LongestBreakName = 100;
    private const int MinutesOfADay = 24 * 60;

    protected override IReadOnlyList<string> RequiredColumns { get; } = [TournamentNumber, Level, SmallBlind, BigBlind, DurationMinutes];

    protected override IReadOnlyList<string> KeyColumns { get; } = [Level, IsBreak];

    protected override LevelEntry Read(RowReader row)
    {
        var isBreak = row.Flag(IsBreak);
        var (ante, isBigBlindAnte) = AnteOf(row);
        var entry = new LevelEntry
        {
            Level = (int)row.Whole(Level, 0, HighestLevel),
            SmallBlind = BlindOf(row, SmallBlind, isBreak),
            BigBlind = BlindOf(row, BigBlind, isBreak),
            Ante = isBreak ? 0 : ante,
            IsBigBlindAnte = isBigBlindAnte && !isBreak,
            DurationMinutes = (int)row.Whole(DurationMinutes, 1, MinutesOfADay),
            IsBreak = isBreak,
            BreakName = row.OptionalText(BreakName, LongestBreakName),
        };
        if (row.Problems.Count == 0 && entry.SmallBlind > entry.BigBlind)
            row.Refuse(SmallBlind, "is more than the big blind", "at most the big blind");
        return entry;
    }

    // A break has no blinds, whatever its cells hold.
    private static long BlindOf(RowReader row, string column, bool isBreak) => isBreak ? 0 : row.Whole(column, 1, long.MaxValue);

    /// <summary><c>bb_ante</c> is a number of chips in some exports, and in others says whose ante <c>ante</c> is.</summary>
    private static (long Ante, bool IsBigBlindAnte) AnteOf(RowReader row)
    {
        var ante = row.OptionalWhole(Ante, 0, long.MaxValue) ?? 0;
        if (RowReader.FlagOf(row.Cell(BigBlindAnte)) is { } flag)
            return (ante, flag);
        return row.OptionalWhole(BigBlindAnte, 0, long.MaxValue) is > 0 and { } chips ? (chips, true) : (ante, false);
    }
}
