namespace Hub.Modules.Subtitle.ReadCsv.Formats;

/// <summary><c>player_chips.csv</c>: one row for each player of each tournament.</summary>
internal sealed class ChipFormat : CsvFormat<ChipEntry>
{
    private const string PlayerName = "player_name";
    private const string Chips = "chips";
    private const string TableNumber = "table_number";
    private const string SeatNumber = "seat_number";
    private const string Rank = "rank";
    private const string IsEliminated = "is_eliminated";
    private const int LongestName = 200;

    /// <summary>As long as v1's table ids.</summary>
    private const int LongestTable = 50;

    private const int LastSeat = 20;

    protected override IReadOnlyList<string> RequiredColumns { get; } = [TournamentNumber, PlayerName, Chips];

    protected override IReadOnlyList<string> KeyColumns { get; } = [PlayerName];

    protected override ChipEntry Read(RowReader row) => new(
        row.Text(PlayerName, LongestName),
        row.Whole(Chips, 0, long.MaxValue),
        row.IsGiven(TableNumber) ? row.OptionalText(TableNumber, LongestTable) : null,
        (int?)row.OptionalWhole(SeatNumber, 1, LastSeat),
        row.OptionalWhole(Rank, 0, int.MaxValue) is > 0 and { } rank ? (int)rank : null,
        row.Flag(IsEliminated));

    /// <summary>Two players may bear one name; then they sit in different seats.</summary>
    protected override bool AreDifferent(ChipEntry one, ChipEntry other) => (one.Table, one.Seat) != (other.Table, other.Seat);
}
