namespace Hub.Tests.Support.Sessions;

/// <summary>The sessions that travel with the product. All names are invented.</summary>
internal static class SampleSessions
{
    /// <summary>Path below the sample folder → script.</summary>
    public static IReadOnlyDictionary<string, SessionScript> ByPath => new Dictionary<string, SessionScript>
    {
        [Path.Combine("Feature Table 1", "2026-09-12", FeatureTable.FileName)] = FeatureTable,
        [Path.Combine("Final Table", "2026-09-14", FinalTable.FileName)] = FinalTable,
    };

    public static SessionScript FeatureTable { get; } = new()
    {
        Type = "FEATURE_TABLE",
        CreatedAt = new DateTimeOffset(2026, 9, 12, 10, 4, 37, TimeSpan.Zero).AddTicks(4_182_913),
        Seed = 20260912,
        Players =
        [
            new(1, "Nakagome", "Ren Nakagome", 412_000),
            new(2, "Marchetti", "Aurelio Marchetti", 655_000),
            new(3, "서하람", "서하람", 538_000),
            new(4, "Вересков", "Ярослав Вересков", 297_000),
            new(5, "", "", 0),
            new(6, "Lindqvist", "Tove Lindqvist", 820_000),
            new(7, "Lindqvist", "Sixten Lindqvist", 184_000),
            new(8, "Fitzwilliam-Abernathy", "Bartholomew Fitzwilliam-Abernathy III", 473_000),
            new(9, "OKONJO", "Adaeze Okonjo", 366_000, LongNameFromHand: 6),
        ],
        Levels = [new(1, 4_000, 8_000, 1_000), new(14, 5_000, 10_000, 1_000)],
        Hands =
        [
            Wanted.PlainHand, Wanted.AllInSurvived, Wanted.PlainHand, Wanted.FoldedToTheBigBlind, Wanted.PlainHand,
            Wanted.LongPremiumHand, Wanted.PlainHand, Wanted.SplitPot, Wanted.PlainHand, Wanted.PlainHand,
            Wanted.SidePot, Wanted.PlainHand, Wanted.PlainHand, Wanted.PlainHand, Wanted.OneGoesOut,
            Wanted.PlainHand, Wanted.PlainHand, Wanted.LongPremiumHand, Wanted.PlainHand, Wanted.AllInSurvived,
            Wanted.PlainHand, Wanted.PlainHand, Wanted.PremiumKnockOut, Wanted.PlainHand,
        ],
        ResultTakenBackAt = new HashSet<int> { 9 },
    };

    public static SessionScript FinalTable { get; } = new()
    {
        Type = "FINAL_TABLE",
        CreatedAt = new DateTimeOffset(2026, 9, 14, 11, 31, 5, TimeSpan.Zero).AddTicks(7_730_542),
        Seed = 20260914,
        Players =
        [
            new(2, "Vandersteen", "Joost Vandersteen", 5_400_000),
            new(3, "윤슬해", "윤슬해", 8_875_000),
            new(4, "Ó Faoláin", "Tadhg Ó Faoláin", 3_250_000),
            new(5, "Зубкова", "Милена Зубкова", 11_600_000),
            new(6, "Iturralde-Etxeberria", "Maite Iturralde-Etxeberria de la Fuente", 6_125_000),
            new(7, "Brask", "Halvor Brask", 2_450_000),
            new(8, "Quillfeather", "Percival Quillfeather", 7_300_000),
        ],
        Levels = [new(1, 100_000, 200_000, 25_000), new(9, 150_000, 300_000, 25_000), new(16, 200_000, 400_000, 25_000)],
        Hands =
        [
            Wanted.PlainHand, Wanted.PlainHand, Wanted.OneGoesOut, Wanted.PlainHand, Wanted.FoldedToTheBigBlind,
            Wanted.LongPremiumHand, Wanted.OneGoesOut, Wanted.PlainHand, Wanted.PlainHand, Wanted.OneGoesOut,
            Wanted.PlainHand, Wanted.SidePot, Wanted.PlainHand, Wanted.OneGoesOut, Wanted.PlainHand,
            Wanted.PremiumKnockOut, Wanted.PlainHand, Wanted.PlainHand, Wanted.PlainHand, Wanted.OneGoesOut,
        ],
    };
}
