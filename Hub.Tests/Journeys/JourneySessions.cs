using Hub.Tests.Support.Sessions;

namespace Hub.Tests.Journeys;

/// <summary>Sessions with a few hands that deserve a few captions.</summary>
internal static class JourneySessions
{
    /// <summary>The last hands of a final table: an all-in, a full house, and the runner-up going out.</summary>
    public static SessionScript Finale { get; } = new()
    {
        Type = "FINAL_TABLE",
        CreatedAt = new DateTimeOffset(2026, 10, 3, 17, 20, 0, TimeSpan.Zero).AddTicks(1_234_567),
        Seed = 77,
        Players =
        [
            new(3, "Ashgrove", "Imogen Ashgrove", 4_000_000),
            new(5, "한누리", "한누리", 6_500_000),
            new(8, "Tkachuk", "Остап Ткачук", 3_000_000),
        ],
        Levels = [new(1, 100_000, 200_000, 25_000)],
        Hands = [Wanted.PlainHand, Wanted.OneGoesOut, Wanted.LongPremiumHand, Wanted.OneGoesOut],
    };

    /// <summary>Four plain hands at another table.</summary>
    public static SessionScript Plain { get; } = new()
    {
        Type = "FEATURE_TABLE",
        CreatedAt = new DateTimeOffset(2026, 10, 3, 11, 5, 0, TimeSpan.Zero).AddTicks(7_654_321),
        Seed = 78,
        Players =
        [
            new(1, "Dunmore", "Cillian Dunmore", 300_000),
            new(2, "Sastre", "Noa Sastre", 250_000),
            new(4, "Dunmore", "Orla Dunmore", 410_000),
            new(9, "Halloran-Vásquez", "Beatriz Halloran-Vásquez", 190_000),
        ],
        Levels = [new(1, 2_000, 4_000, 500)],
        Hands = [Wanted.PlainHand, Wanted.FoldedToTheBigBlind, Wanted.PlainHand, Wanted.PlainHand],
        ResultTakenBackAt = new HashSet<int> { 1 },
    };
}
