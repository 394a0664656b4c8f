namespace Hub.Tests.Support.Sessions;

/// <summary>A hand of an export. Properties stand in the order of the file: alphabetical.</summary>
internal sealed record PgfxHand
{
    public required long AnteAmt { get; init; }

    public string BetStructure { get; init; } = "NOLIMIT";

    public long BombPotAmt { get; init; }

    public string Description { get; init; } = "";

    public required string Duration { get; init; }

    public required IReadOnlyList<PgfxEvent> Events { get; init; }

    public required PgfxBlinds FlopDrawBlinds { get; init; }

    public string GameClass { get; init; } = "FLOP";

    public string GameVariant { get; init; } = "HOLDEM";

    public required int HandNum { get; init; }

    public int NumBoards { get; init; } = 1;

    public IReadOnlyList<PgfxPlayer> Players { get; init; } = [];

    public required string RecordingOffsetStart { get; init; }

    public int RunItNumTimes { get; init; } = 1;

    public required string StartDateTimeUTC { get; init; }

    public PgfxStudLimits StudLimits { get; init; } = new();

    public static PgfxHand Of(PlayedHand hand, int number, DateTimeOffset startAt) => new()
    {
        AnteAmt = hand.Level.BigBlind,
        Duration = PgfxText.Span(hand.Duration),
        Events = [.. hand.Events.Select(PgfxEvent.Of)],
        FlopDrawBlinds = new()
        {
            BigBlindAmt = hand.Level.BigBlind,
            BigBlindPlayerNum = hand.BigBlindSeat,
            ButtonPlayerNum = hand.Button,
            SmallBlindAmt = hand.Level.SmallBlind,
            SmallBlindPlayerNum = hand.SmallBlindSeat,
        },
        HandNum = number,
        RecordingOffsetStart = PgfxText.RecordingOffset(startAt),
        StartDateTimeUTC = PgfxText.Instant(startAt),
    };
}
