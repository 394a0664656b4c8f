using Hub.Contracts.FeatureTable;
using Hub.Modules.Subtitle.Rules;

namespace Hub.Modules.Subtitle.Persistence;

/// <summary>A player whom a hand of a final table shows in a place.</summary>
/// <param name="Seat">Seat.</param>
/// <param name="Name">Display name as exported.</param>
/// <param name="Place">1 and up.</param>
/// <param name="WentOut">He went out in this very hand.</param>
/// <param name="IsOnlyOne">Nobody else in the hand bears the name, and it is not empty.</param>
internal sealed record PlacedPlayer(int Seat, string Name, int Place, bool WentOut, bool IsOnlyOne)
{
    public static IReadOnlyList<PlacedPlayer> Of(HandCaptured hand)
        => hand.SessionType != SessionType.FinalTable ? [] : [.. hand.Players
            .Where(player => player.EliminationRank > 0)
            .Select(player => new PlacedPlayer(player.Seat, player.Name, player.EliminationRank!.Value, player.WentOut, IsNamedOnce(player.Name, hand)))];

    private static bool IsNamedOnce(string name, HandCaptured hand) => name.Length > 0 && hand.Players.Count(player => player.Name == name) == 1;
}
