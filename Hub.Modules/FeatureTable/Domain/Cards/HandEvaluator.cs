using System.Numerics;

namespace Hub.Modules.FeatureTable.Domain.Cards;

/// <summary>Finds the best five of up to seven cards by bit arithmetic on the ranks present in each suit.</summary>
internal static class HandEvaluator
{
    private const int Ace = 12;
    private const int Wheel = (1 << Ace) | 0b1111;

    public static HandStrength Evaluate(CardSet cards)
    {
        int clubs = cards.RanksOf(0), diamonds = cards.RanksOf(1), hearts = cards.RanksOf(2), spades = cards.RanksOf(3);
        var any = clubs | diamonds | hearts | spades;
        var flush = FlushSuit(clubs) | FlushSuit(diamonds) | FlushSuit(hearts) | FlushSuit(spades);

        if (TopOfStraight(flush) is var straightFlush and >= 0)
            return HandStrength.Of(straightFlush == Ace ? HandRank.RoyalFlush : HandRank.StraightFlush, straightFlush);

        var four = clubs & diamonds & hearts & spades;
        if (four != 0)
            return HandStrength.Of(HandRank.FourOfAKind, Join(Top(four), 1, any & ~Top(four), 1));

        var pairedInBlack = clubs & spades;
        var pairedInRed = diamonds & hearts;
        var twoOrMore = pairedInBlack | pairedInRed | ((clubs | spades) & (diamonds | hearts));
        var threeOrMore = (pairedInBlack & (diamonds | hearts)) | (pairedInRed & (clubs | spades));

        var three = Top(threeOrMore);
        var pair = Top(twoOrMore & ~three);
        if (three != 0 && pair != 0)
            return HandStrength.Of(HandRank.FullHouse, Join(three, 1, pair, 1));

        if (flush != 0)
            return HandStrength.Of(HandRank.Flush, Join(0, 0, flush, 5));

        if (TopOfStraight(any) is var straight and >= 0)
            return HandStrength.Of(HandRank.Straight, straight);

        if (three != 0)
            return HandStrength.Of(HandRank.ThreeOfAKind, Join(three, 1, any & ~three, 2));

        var pairs = pair | Top(twoOrMore & ~pair);
        return BitOperations.PopCount((uint)pairs) switch
        {
            2 => HandStrength.Of(HandRank.TwoPair, Join(pairs, 2, any & ~pairs, 1)),
            1 => HandStrength.Of(HandRank.OnePair, Join(pairs, 1, any & ~pairs, 3)),
            _ => HandStrength.Of(HandRank.HighCard, Join(0, 0, any, 5)),
        };
    }

    private static int FlushSuit(int ranks) => BitOperations.PopCount((uint)ranks) >= 5 ? ranks : 0;

    private static int Top(int ranks) => ranks == 0 ? 0 : 1 << BitOperations.Log2((uint)ranks);

    /// <summary>Rank of the highest card of the best straight, or -1.</summary>
    private static int TopOfStraight(int ranks)
    {
        var starts = ranks & (ranks >> 1) & (ranks >> 2) & (ranks >> 3) & (ranks >> 4);
        if (starts != 0)
            return BitOperations.Log2((uint)starts) + 4;

        return (ranks & Wheel) == Wheel ? 3 : -1;
    }

    /// <summary>The highest <paramref name="firstCount"/> ranks of one set, then the highest of another, four bits each.</summary>
    private static int Join(int first, int firstCount, int second, int secondCount)
        => Append(Append(0, first, firstCount), second, secondCount);

    private static int Append(int deciders, int ranks, int count)
    {
        for (; count > 0; count--)
        {
            var rank = ranks == 0 ? 0 : BitOperations.Log2((uint)ranks);
            deciders = (deciders << 4) | rank;
            ranks &= ~(1 << rank);
        }

        return deciders;
    }
}
