namespace Hub.Modules.Subtitle.ReadCsv.Formats;

/// <summary><c>tournament_data.csv</c>: one row for each tournament.</summary>
internal sealed class TournamentDataFormat : CsvFormat<TournamentEntry>
{
    private const string Name = "name";
    private const string BuyIn = "buy_in";
    private const string Rake = "rake";
    private const string StartingChips = "starting_chips";
    private const string CurrentLevel = "current_level";
    private const string RemainingPlayers = "remaining_players";
    private const string RegisteredPlayers = "registered_players";
    private const string PrizePool = "prize_pool";
    private const string Status = "status";

    /// <summary>As long as v1's column.</summary>
    private const int LongestName = 200;

    protected override IReadOnlyList<string> RequiredColumns { get; } = [TournamentNumber, Name, BuyIn, StartingChips, CurrentLevel, RemainingPlayers, RegisteredPlayers, Status];

    protected override IReadOnlyList<string> KeyColumns { get; } = [TournamentNumber];

    protected override TournamentEntry Read(RowReader row)
    {
        // v1's columns are integers: more than two thousand million is refused here rather than by the database.
        var entry = new TournamentEntry
        {
            Name = row.Text(Name, LongestName),
            BuyIn = (int)row.Money(BuyIn, int.MaxValue),
            Fee = (int?)row.OptionalMoney(Rake, int.MaxValue),
            StartingChips = row.Whole(StartingChips, 0, long.MaxValue),
            CurrentLevel = (int)row.Whole(CurrentLevel, 0, LevelFormat.HighestLevel),
            RemainingPlayers = (int)row.Whole(RemainingPlayers, 0, int.MaxValue),
            RegisteredPlayers = (int)row.Whole(RegisteredPlayers, 0, int.MaxValue),
            PrizePool = (int?)row.OptionalMoney(PrizePool, int.MaxValue),
            Status = StatusOf(row),
        };
        if (row.Problems.Count == 0)
            Compare(row, entry);
        return entry;
    }

    private static void Compare(RowReader row, TournamentEntry entry)
    {
        if (entry.Fee > entry.BuyIn)
            row.Refuse(Rake, "is more than the buy-in that it is a part of", "at most the buy-in");
        if (entry.RemainingPlayers > entry.RegisteredPlayers && entry.RegisteredPlayers > 0)
            row.Refuse(RemainingPlayers, "is more than have registered", "at most registered_players");
    }

    private static TournamentStatus StatusOf(RowReader row)
    {
        if (TournamentStatuses.Parse(row.Cell(Status)) is { } status)
            return status;

        row.Refuse(Status, row.Cell(Status).Length == 0 ? "is missing" : "is no status", TournamentStatuses.Allowed);
        return default;
    }
}
