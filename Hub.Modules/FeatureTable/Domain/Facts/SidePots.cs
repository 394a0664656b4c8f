namespace Hub.Modules.FeatureTable.Domain.Facts;

/// <summary>The main pot and the side pots: one for each amount at which a player still in is all-in, played for by those who matched it.</summary>
internal static class SidePots
{
    /// <summary>Who wins any of the pots by the cards, by seat; nobody if one of the pots cannot be decided.</summary>
    public static IReadOnlyList<SeatLedger> Winners(ChipLedger ledger, UncalledPart uncalled, Showdown showdown)
    {
        var winners = new HashSet<SeatLedger>();
        var levels = showdown.Players.Select(player => player.Matched).Distinct().Order().ToArray();
        for (var index = 0; index < levels.Length; index++)
        {
            var isMain = index == 0;
            var isLast = index == levels.Length - 1;
            var from = isMain ? 0 : levels[index - 1];
            var to = isLast ? long.MaxValue : levels[index];
            var chips = ledger.Seats.Sum(seat => Math.Clamp(seat.Matched, from, to) - from)
                + (isMain ? ledger.Seats.Sum(seat => seat.Ante) : 0)
                - (isLast ? uncalled.Chips : 0);
            if (chips <= 0)
                continue;

            var best = showdown.BestOf([.. showdown.Players.Where(player => player.Matched >= levels[index])]);
            if (best.Count == 0)
                return [];
            winners.UnionWith(best);
        }

        return [.. winners.OrderBy(winner => winner.Seat)];
    }
}
