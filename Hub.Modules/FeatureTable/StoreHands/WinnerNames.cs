using System.Text;
using Hub.Modules.FeatureTable.Domain.Facts;
using Hub.Modules.FeatureTable.Domain.Hands;

namespace Hub.Modules.FeatureTable.StoreHands;

/// <summary>The text of <c>hands.winner</c>.</summary>
internal static class WinnerNames
{
    private const int Longest = 100;

    /// <summary>Names joined by a comma, cut to v1's 100 characters as PostgreSQL counts them; null when nobody won.</summary>
    public static string? Of(HandFacts facts)
    {
        var names = string.Join(", ", facts.Players.Where(player => player.IsWinner).Select(player => NameOf(player.Player)));
        if (names.Length == 0)
            return null;

        var characters = names.EnumerateRunes().ToArray();
        return characters.Length <= Longest ? names : string.Concat(characters.Take(Longest - 1).Append(new Rune('…')));
    }

    private static string NameOf(RecordedPlayer player)
        => player.Name.Length > 0 ? player.Name : player.LongName.Length > 0 ? player.LongName : $"Seat {player.Seat}";
}
