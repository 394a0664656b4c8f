using Hub.Modules.Subtitle.Persistence;

namespace Hub.Modules.Subtitle.DecideCaptions;

/// <summary>Who goes out in which hand of a session, so that each goes out once. Pure.</summary>
internal sealed class Eliminations
{
    private readonly Dictionary<long, IReadOnlyList<int>> _seatsByStart = [];

    /// <param name="hands">The played hands of the session in the order of play.</param>
    public Eliminations(IReadOnlyList<PlacedHand> hands)
    {
        var known = new List<PlacedPlayer>();
        foreach (var hand in hands)
        {
            var fresh = hand.Placed.Where(player => !known.Exists(other => IsSame(other, player))).ToList();
            known.AddRange(fresh);
            // A session that was begun anew carries over the places of those who went out before it.
            var isFirst = hand == hands[0];
            _seatsByStart[hand.StartTicks] = [.. fresh.Where(player => player.WentOut || !isFirst).Select(player => player.Seat)];
        }
    }

    /// <summary>Seats of those who went out in the hand.</summary>
    public IReadOnlyList<int> In(long startTicks) => _seatsByStart.GetValueOrDefault(startTicks) ?? [];

    /// <summary>Starts of the hands in which others went out than in <paramref name="before"/>, in the order of play.</summary>
    public IEnumerable<long> DifferentFrom(Eliminations before)
        => _seatsByStart.Keys.Where(start => !In(start).SequenceEqual(before.In(start))).Order();

    // One place, one player, whatever became of name and seat. The name counts, too, because the operator may correct a place.
    private static bool IsSame(PlacedPlayer known, PlacedPlayer player)
        => known.Place == player.Place || (player.IsOnlyOne && known.Name == player.Name);
}
