using Hub.Modules.Subtitle.ReadCsv.Formats;

namespace Hub.Modules.Subtitle.Tournaments.Import;

/// <summary>The places of the players who are still in.</summary>
internal static class ChipRanking
{
    /// <summary>Most chips first. Places are as exported if every player has one, else by chips, equal chips with equal places (1, 2, 2, 4).</summary>
    public static IReadOnlyList<RankedChips> Of(IReadOnlyList<ChipEntry> players)
    {
        var ordered = players.Where(player => !player.IsEliminated).OrderByDescending(player => player.Chips)
            .ThenBy(player => player.Rank ?? int.MaxValue).ThenBy(player => player.Name, StringComparer.Ordinal).ToList();
        if (ordered.TrueForAll(player => player.Rank is not null))
            return ordered.ConvertAll(player => new RankedChips(player.Rank!.Value, player));

        var ranked = new List<RankedChips>(ordered.Count);
        foreach (var (index, player) in ordered.Index())
        {
            var isLevel = index > 0 && ordered[index - 1].Chips == player.Chips;
            ranked.Add(new RankedChips(isLevel ? ranked[^1].Rank : index + 1, player));
        }

        return ranked;
    }
}
