using Hub.Contracts.FeatureTable;
using Hub.Modules.FeatureTable.Domain.Cards;

namespace Hub.Modules.FeatureTable.Domain.Facts;

/// <summary>How worth broadcasting a hand is: a point each for premium, for length, and for a board that is strong alone.</summary>
internal static class Grading
{
    public static HandGrade Of(HandRank? rank, bool isLong, IReadOnlyList<Card> board)
    {
        var isPremium = rank?.IsPremium() ?? false;
        var isStrongBoard = board.Count == 5 && HandEvaluator.Evaluate(CardSet.Of(board)).Rank >= HandRank.ThreeOfAKind;
        return ((isPremium ? 1 : 0) + (isLong ? 1 : 0) + (isStrongBoard ? 1 : 0)) switch
        {
            3 => HandGrade.A,
            2 => HandGrade.B,
            _ => HandGrade.C,
        };
    }
}
