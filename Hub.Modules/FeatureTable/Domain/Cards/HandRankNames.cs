namespace Hub.Modules.FeatureTable.Domain.Cards;

/// <summary>v1's names of the ranks, as stored in <c>hands.hand_rank</c>.</summary>
internal static class HandRankNames
{
    private static readonly string[] Names =
    [
        "high_card", "one_pair", "two_pair", "three_of_a_kind", "straight",
        "flush", "full_house", "four_of_a_kind", "straight_flush", "royal_flush",
    ];

    /// <summary>Full house or better.</summary>
    public static readonly IReadOnlyList<string> Premium = Names[(int)HandRank.FullHouse..];

    public static string ToName(this HandRank rank) => Names[(int)rank];

    public static bool IsPremium(this HandRank rank) => rank >= HandRank.FullHouse;
}
