namespace Hub.Tests.Support.Sessions;

/// <summary>The ten ranks of a poker hand, weakest first.</summary>
internal enum HandCategory
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
