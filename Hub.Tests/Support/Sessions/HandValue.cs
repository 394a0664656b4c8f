using System.Runtime.InteropServices;

namespace Hub.Tests.Support.Sessions;

/// <summary>
/// What the best five of up to seven cards are worth. Written apart from the product's own ranking on purpose: the samples
/// must be true whatever the product thinks of them.
/// </summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct HandValue(HandCategory Category, int Kickers)
{
    /// <summary>The higher score wins; equal scores split.</summary>
    public int Score => ((int)Category << 20) | Kickers;

    public static HandValue Of(ReadOnlySpan<Card> cards)
    {
        Span<int> ranksOfSuit = stackalloc int[4];
        Span<int> countOfRank = stackalloc int[15];
        foreach (var card in cards)
        {
            ranksOfSuit[card.Suit] |= 1 << card.Rank;
            countOfRank[card.Rank]++;
        }

        foreach (var ranks in ranksOfSuit)
        {
            if (int.PopCount(ranks) < 5)
                continue;

            // With seven cards a flush rules out a full house and quads.
            return StraightTop(ranks) switch
            {
                14 => new(HandCategory.RoyalFlush, 14),
                > 0 and var top => new(HandCategory.StraightFlush, top),
                _ => new(HandCategory.Flush, Highest(ranks, 5)),
            };
        }

        return OfRanks(countOfRank);
    }

    private static HandValue OfRanks(ReadOnlySpan<int> countOfRank)
    {
        Span<int> ranksByCount = stackalloc int[5];
        for (var rank = 2; rank <= 14; rank++)
            ranksByCount[countOfRank[rank]] |= 1 << rank;

        var all = ranksByCount[1] | ranksByCount[2] | ranksByCount[3] | ranksByCount[4];
        if (ranksByCount[4] != 0)
            return Made(HandCategory.FourOfAKind, Top(ranksByCount[4]), all, 1);

        var trips = ranksByCount[3] == 0 ? 0 : Top(ranksByCount[3]);
        var below = (ranksByCount[3] | ranksByCount[2]) & ~(1 << trips);
        if (trips > 0 && below != 0)
            return new(HandCategory.FullHouse, (trips * 16) + Top(below));
        if (StraightTop(all) is > 0 and var straight)
            return new(HandCategory.Straight, straight);
        if (trips > 0)
            return Made(HandCategory.ThreeOfAKind, trips, all, 2);
        if (ranksByCount[2] == 0)
            return new(HandCategory.HighCard, Highest(all, 5));

        var high = Top(ranksByCount[2]);
        var second = ranksByCount[2] & ~(1 << high);
        return second == 0
            ? Made(HandCategory.OnePair, high, all, 3)
            : new(HandCategory.TwoPair, (((high * 16) + Top(second)) * 16) + Top(all & ~(1 << high) & ~(1 << Top(second))));
    }

    private static HandValue Made(HandCategory category, int rank, int all, int kickers)
        => new(category, (rank << (4 * kickers)) | Highest(all & ~(1 << rank), kickers));

    private static int Top(int ranks) => int.Log2(ranks);

    private static int Highest(int ranks, int count)
    {
        var value = 0;
        for (; count > 0 && ranks != 0; count--)
        {
            value = (value * 16) + Top(ranks);
            ranks &= ~(1 << Top(ranks));
        }

        return value;
    }

    private static int StraightTop(int ranks)
    {
        var withLowAce = ranks | ((ranks >> 13) & 0b10);
        for (var top = 14; top >= 5; top--)
        {
            if (((withLowAce >> (top - 4)) & 0b11111) == 0b11111)
                return top;
        }

        return 0;
    }
}
