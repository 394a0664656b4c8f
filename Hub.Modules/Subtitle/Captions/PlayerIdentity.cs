using Hub.Contracts.FeatureTable;

namespace Hub.Modules.Subtitle.Captions;

/// <summary>
/// Who is who in two hands of a session. A seat is not a person, since players are moved, so the name decides; where a name
/// is borne by several or by none, only the same name on the same seat counts as the same player. Names are compared as corrected,
/// so that one that was put right between the two hands is still the same. Seats that sit out do not count: they can keep the name
/// of somebody who was moved.
/// </summary>
internal static class PlayerIdentity
{
    /// <summary>Finds <paramref name="player"/> of <paramref name="hand"/> among those who sat in <paramref name="otherHand"/>.</summary>
    public static HandPlayer? Find(HandPlayer player, HandCaptured hand, HandCaptured otherHand, PlayerBook book)
    {
        var name = Key(player, book);
        var then = Seated(otherHand, name, book);
        return name.Length > 0 && Seated(hand, name, book).Count == 1 && then.Count == 1
            ? then[0]
            : then.Find(other => other.Seat == player.Seat);
    }

    private static List<HandPlayer> Seated(HandCaptured hand, string name, PlayerBook book)
        => hand.Players.Where(player => !player.IsSittingOut && Key(player, book) == name).ToList();

    private static string Key(HandPlayer player, PlayerBook book) => NameKey.Of(book.Corrected(player.Name));
}
