namespace Hub.Modules.FeatureTable.Domain.Cards;

/// <summary>How strong the best five cards are: the rank above the five deciding card ranks, four bits each. Equal strengths split the pot.</summary>
internal readonly record struct HandStrength(int Value) : IComparable<HandStrength>
{
    private const int RankShift = 20;

    public HandRank Rank => (HandRank)(Value >> RankShift);

    public static HandStrength Of(HandRank rank, int deciders) => new(((int)rank << RankShift) | deciders);

    public int CompareTo(HandStrength other) => Value.CompareTo(other.Value);

    public static bool operator <(HandStrength left, HandStrength right) => left.Value < right.Value;

    public static bool operator >(HandStrength left, HandStrength right) => left.Value > right.Value;

    public static bool operator <=(HandStrength left, HandStrength right) => left.Value <= right.Value;

    public static bool operator >=(HandStrength left, HandStrength right) => left.Value >= right.Value;
}
