namespace Hub.Tests.Support.Sessions;

/// <summary>Main pot, side pots, and what nobody called.</summary>
internal static class PotDivision
{
    /// <summary>Pays everything out and says who got what.</summary>
    /// <param name="chairs">All players of the hand.</param>
    /// <param name="ante">Dead money, part of the main pot.</param>
    /// <param name="inTurn">The players from the button on: odd chips go to the first of the winners.</param>
    /// <param name="board">Board cards.</param>
    /// <param name="chip">Smallest chip.</param>
    public static IReadOnlyList<SidePot> Divide(
        IReadOnlyList<Chair> chairs, long ante, IReadOnlyList<Chair> inTurn, IReadOnlyList<Card> board, long chip)
    {
        List<SidePot> pots = [];
        var dead = ante;
        long below = 0;
        foreach (var level in chairs.Where(c => !c.HasFolded).Select(c => c.PutIn).Distinct().Order())
        {
            var contributors = chairs.Count(c => c.PutIn > below);
            var amount = dead + chairs.Sum(c => Math.Clamp(c.PutIn - below, 0, level - below));
            List<Chair> contenders = [.. inTurn.Where(c => !c.HasFolded && c.PutIn >= level)];
            var best = contenders.Count == 1 ? contenders : Best(contenders, board);
            Pay(best, amount, chip);

            // What only one player put in and nobody called comes back to them and is no pot, unless there is no other.
            if (contributors > 1 || pots.Count == 0)
                pots.Add(new(amount, contenders.Count > 1, [.. best.Select(c => c.Seat)]));
            (below, dead) = (level, 0);
        }

        return pots;
    }

    private static List<Chair> Best(List<Chair> contenders, IReadOnlyList<Card> board)
    {
        var best = contenders.Max(c => c.Value(board).Score);
        return contenders.FindAll(c => c.Value(board).Score == best);
    }

    private static void Pay(List<Chair> winners, long amount, long chip)
    {
        var share = amount / winners.Count / chip * chip;
        foreach (var winner in winners)
            winner.Win(share);
        winners[0].Win(amount - (share * winners.Count));
    }
}
