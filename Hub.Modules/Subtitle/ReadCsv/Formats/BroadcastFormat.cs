namespace Hub.Modules.Subtitle.ReadCsv.Formats;

/// <summary><c>broadcast_schedule.csv</c>: one row for each broadcast.</summary>
internal sealed class BroadcastFormat : CsvFormat<BroadcastEntry>
{
    private const string Date = "date";
    private const string TimeStart = "time_start";
    private const string TimeEnd = "time_end";
    private const string EventTitle = "event_title";
    private const string Channel = "channel";
    private const string IsLive = "is_live";
    private const int LongestText = 200;

    protected override IReadOnlyList<string> RequiredColumns { get; } = [Date, TimeStart, EventTitle];

    protected override IReadOnlyList<string> KeyColumns { get; } = [Date, TimeStart, EventTitle];

    protected override int? TournamentOf(RowReader row) => null;

    protected override BroadcastEntry Read(RowReader row) => new()
    {
        Date = row.Date(Date),
        Start = row.Time(TimeStart),
        End = row.OptionalTime(TimeEnd),
        Title = row.Text(EventTitle, LongestText),
        Channel = row.OptionalText(Channel, LongestText),
        Tournament = row.OptionalTournamentNumber(TournamentNumber),
        IsLive = row.Flag(IsLive),
    };

    /// <summary>One programme may go out on two channels.</summary>
    protected override bool AreDifferent(BroadcastEntry one, BroadcastEntry other) => one.Channel != other.Channel;
}
