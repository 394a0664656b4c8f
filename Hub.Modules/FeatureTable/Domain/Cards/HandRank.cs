namespace Hub.Modules.FeatureTable.Domain.Cards;

/// <summary>The ten ranks of a poker hand, weakest first.</summary>
internal enum HandRank
{
    HighCard,
    OnePair,
    TwoPair,
    ThreeOfAKind,
    Straight,
    Flush,
    FullHouse,
    FourOfAKind,
    StraightFlush,
    RoyalFlush,
}
