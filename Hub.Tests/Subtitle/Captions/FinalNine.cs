using Hub.Contracts.FeatureTable;
using Hub.Modules.Subtitle.Captions;

namespace Hub.Tests.Subtitle.Captions;

/// <summary>An invented final table of nine with names in every script, about which everything is known, and one about which nothing is.</summary>
internal static class FinalNine
{
    public static readonly HandPlayer Lindqvist = Player(1, "Lindqvist", "Ida Lindqvist", 24_500_000) with { VpipPercent = 35 };
    public static readonly HandPlayer Han = Player(4, "한가람", "한가람", 12_345_678);
    public static readonly HandPlayer Longest = Player(5, "Wolfeschlegelsteinhausen", "Anastasia-Konstantina Papadimitriou von Wolfeschlegelsteinhausen", 7_250_000);
    public static readonly HandPlayer Short = Player(9, "O'Neil", "Siobhán O'Neil", 1_600_000) with { StartStack = 6_400_000 };

    public static readonly HandCaptured Hand = SomeHand.Of(
        40,
        Lindqvist,
        Player(2, "Okafor", "Chidi Okafor", 18_000_000),
        Player(3, "Жуков", "Семён Жуков", 18_000_000),
        Han,
        Longest,
        Player(6, "Yıldız", "Ilkin Yıldız", 5_000_000),
        Player(7, "Strauß", "Jürgen Strauß", 4_800_000),
        Player(8, "Nguyễn", "Nguyễn Thị Minh", 3_100_000),
        Short) with
    {
        SessionType = "FINAL_TABLE",
        TableName = "Final Table",
        SmallBlind = 100_000,
        BigBlind = 200_000,
        Ante = 200_000,
    };

    public static readonly TournamentFacts Tournament = new()
    {
        EventCode = "WSOP_2026_E76_ME",
        Name = "$10,000 No-Limit Hold'em Main Event World Championship",
        BuyIn = 10_000,
        Fee = 600,
        PrizePool = 93_399_900,
        Entries = 10_112,
        RemainingPlayers = 27,
        PlacesPaid = 1_517,
        StartingChips = 60_000,
        CurrentLevel = 37,
        Levels =
        [
            new BlindLevel(36, 80_000, 160_000, 160_000, DurationMinutes: 120),
            new BlindLevel(37, 0, 0, 0, DurationMinutes: 20, IsBreak: true, "Color up"),
            new BlindLevel(37, 100_000, 200_000, 200_000, DurationMinutes: 120),
        ],
        Payouts =
        [
            new Payout(1, 1, 10_000_000), new Payout(2, 2, 6_000_000), new Payout(3, 3, 4_000_000), new Payout(4, 4, 3_000_000), new Payout(5, 5, 2_400_000),
            new Payout(6, 6, 1_900_000), new Payout(7, 7, 1_500_000), new Payout(8, 8, 1_250_000), new Payout(9, 9, 1_000_000),
            new Payout(10, 11, 750_000), new Payout(12, 17, 485_000), new Payout(18, 27, 0),
        ],
        Standings = [new ChipStanding(1, "Chidi OKAFOR", "ng", 18_000_000), new ChipStanding(2, "Семён Жуков", "", 18_000_000)],
        Finishers = [new Finisher(9, "Amaru Quispe"), new Finisher(10, "Nobody Special")],
    };

    /// <summary>Everything is known: the tournament, the players, the programme, thirty earlier hands.</summary>
    public static CaptionSource Everything(HandPlayer? player = null) => new()
    {
        Hand = Hand,
        Player = player,
        EarlierHand = Earlier(10),
        History = [.. Enumerable.Range(1, 30).Select(Earlier)],
        Tournament = Tournament,
        Players = new PlayerBook(
            new Dictionary<string, string> { ["Nguyễn"] = "Nguyễn Minh" },
            new Dictionary<string, PlayerEntry>
            {
                ["Ida Lindqvist"] = new("Ida Lindqvist", "Lindqvist I.", "SE", Photo: null, Bracelets: 3, TotalEarnings: 12_345_678),
                ["한가람"] = new("한가람", DisplayName: null, "kr", Photo: null, Bracelets: 0, TotalEarnings: 0),
            }),
        Programme = new ProgrammeFacts
        {
            Series = "57th World Series of Poker",
            Venue = "Horseshoe & Paris, Las Vegas",
            Reporters = [new StaffMember("Семён Жуков", "@zhukov")],
            Schedule = [new ScheduledBroadcast(new DateOnly(2026, 7, 14), new TimeOnly(17, 30), "Main Event Final Table"), new ScheduledBroadcast(new DateOnly(2026, 7, 15), new TimeOnly(0, 5), "High Roller – Day 2")],
            Commentators = [new StaffMember("Mara Delacroix", "@maradelacroix"), new StaffMember("김하늘", SocialHandle: null), new StaffMember("Third Wheel", "@third")],
        },
        Options = new CaptionOptions(),
    };

    /// <summary>Nothing is known but the hand.</summary>
    public static CaptionSource HandOnly(HandPlayer? player = null) => new() { Hand = Hand, Player = player };

    /// <summary>A tournament of which only code and name are known.</summary>
    public static readonly CaptionSource TournamentOnly = new() { Tournament = new TournamentFacts { EventCode = "WSOP_2026_E1_X", Name = "Event 1" } };

    // Lindqvist has won half a million a hand; Longest was not at the table before.
    private static HandCaptured Earlier(int handsAgo) => SomeHand.Of(
        40 - handsAgo,
        Lindqvist with { EndStack = Lindqvist.EndStack - (handsAgo * 500_000) },
        Short with { EndStack = Short.EndStack + (handsAgo * handsAgo * 10_000) });

    private static HandPlayer Player(int seat, string name, string longName, long endStack) => SomeHand.Player(seat, name, endStack, startStack: endStack) with { LongName = longName };
}
