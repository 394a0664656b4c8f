using Hub.Contracts.FeatureTable;

namespace Hub.Modules.Subtitle.Captions;

/// <summary>
/// Who is who in two hands of a session. A seat is not a person, since players are moved, so the name decides; where a name
/// is borne by several or by none, only the same name on the same seat counts as the same player. Seats that sit out do not
/// count: they can keep the name of somebody who was moved.
/// </summary>
internal static class PlayerIdentity
{
    /// <summary>Finds <paramref name="player"/> of <paramref name="hand"/> among those who sat in <paramref name="otherHand"/>.</summary>
    public static HandPlayer? Find(HandPlayer player, HandCaptured hand, HandCaptured otherHand)
    {
        var then = Seated(otherHand, player.Name);
        return player.Name.Length > 0 && Seated(hand, player.Name).Count == 1 && then.Count == 1
            ? then[0]
            : then.Find(other => other.Seat == player.Seat);
    }

    private static List<HandPlayer> Seated(HandCaptured hand, string name)
        => hand.Players.Where(player => !player.IsSittingOut && player.Name == name).ToList();
}
