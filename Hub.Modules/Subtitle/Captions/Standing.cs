using Hub.Contracts.FeatureTable;

namespace Hub.Modules.Subtitle.Captions;

/// <summary>A player's place at the table by chips after the hand.</summary>
/// <param name="Player">Whose place.</param>
/// <param name="Rank">1 for the largest stack; equal stacks share the better place, and the next one is left out: 1, 2, 2, 4.</param>
internal sealed record Standing(HandPlayer Player, int Rank)
{
    /// <summary>
    /// Largest stack first, equal ones by seat. Left out: who sits out, and who has no chips left, since exports keep
    /// the seat of a player who went out for a hand or more before marking it.
    /// </summary>
    public static IReadOnlyList<Standing> Of(HandCaptured hand)
    {
        var inPlay = hand.Players
            .Where(player => player is { IsSittingOut: false, EndStack: > 0 })
            .OrderByDescending(player => player.EndStack).ThenBy(player => player.Seat)
            .ToList();
        return [.. inPlay.Select(player => new Standing(player, 1 + inPlay.FindIndex(other => other.EndStack == player.EndStack)))];
    }
}
