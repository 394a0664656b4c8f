using Hub.Contracts.FeatureTable;
using Hub.Modules.Subtitle.Persistence;
using Hub.Modules.Subtitle.Rules;
using Microsoft.EntityFrameworkCore;

namespace Hub.Modules.Subtitle.DecideCaptions;

/// <summary>Remembers who has gone out of a session in a place, so that each goes out once.</summary>
internal sealed class EliminationLog(SubtitleDbContext database)
{
    /// <summary>Notes the places of <paramref name="hand"/> that are new, and returns the players who went out while the hub was looking.</summary>
    public async Task<IReadOnlyList<HandPlayer>> NoteAsync(HandCaptured hand, CancellationToken cancellationToken)
    {
        var placed = hand.Players.Where(player => player.EliminationRank > 0).ToList();
        if (hand.SessionType != SessionType.FinalTable || placed.Count == 0)
        {
            return [];
        }

        await database.Eliminations.Where(row => row.SessionId == hand.SessionId).LoadAsync(cancellationToken);
        var known = database.Eliminations.Local.Where(row => row.SessionId == hand.SessionId).ToList();
        var fresh = placed.Where(player => !known.Exists(row => IsSame(row, player, hand))).ToList();
        database.Eliminations.AddRange(fresh.Select(player => new Elimination
        {
            SessionId = hand.SessionId,
            Sequence = hand.Sequence,
            Seat = player.Seat,
            Name = player.Name,
            Rank = player.EliminationRank!.Value,
        }));

        // A session that was begun anew carries over the places of those who went out before it.
        return fresh.TrueForAll(player => player.WentOut) || await HasEarlierHandAsync(hand, cancellationToken)
            ? fresh
            : fresh.FindAll(player => player.WentOut);
    }

    // One place, one player, whatever became of name and seat. The name counts, too, because the operator may correct a place.
    private static bool IsSame(Elimination row, HandPlayer player, HandCaptured hand)
        => row.Rank == player.EliminationRank
            || (row.Name == player.Name && player.Name.Length > 0 && hand.Players.Count(other => other.Name == player.Name) == 1);

    private Task<bool> HasEarlierHandAsync(HandCaptured hand, CancellationToken cancellationToken)
        => database.Hands.AnyAsync(stored => stored.SessionId == hand.SessionId && stored.Sequence < hand.Sequence && stored.WasPlayed, cancellationToken);
}
