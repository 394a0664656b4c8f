using Hub.Modules.FeatureTable.Domain.Hands;
using Hub.Modules.FeatureTable.Persistence;
using MassTransit;
using Microsoft.EntityFrameworkCore;

namespace Hub.Modules.FeatureTable.StoreHands;

/// <summary>
/// Stores each hand of a session exactly once, with its event in the same transaction, however many hosts try at a time:
/// the session's row is the lock under which identities are compared and sequences and table ids are given out.
/// </summary>
internal sealed class HandStore(FeatureTableDbContext database, SessionLock sessions, IPublishEndpoint events)
{
    /// <summary>Content hashes of the session's stored hands.</summary>
    public async Task<IReadOnlyDictionary<HandIdentity, string>> KnownHandsAsync(long sessionId, CancellationToken cancellationToken)
        => await database.Hands.AsNoTracking()
            .Where(hand => hand.SessionId == sessionId)
            .Select(hand => new { hand.HandNumber, hand.StartTicks, hand.ContentHash })
            .ToDictionaryAsync(hand => new HandIdentity(hand.HandNumber, hand.StartTicks!.Value), hand => hand.ContentHash!, cancellationToken);

    /// <summary>
    /// Stores and publishes those of <paramref name="hands"/> that are not stored yet, and brings the rows of the others up
    /// to a newer content, in one transaction.
    /// </summary>
    /// <param name="found">The session as found in the export, with the number of hands there.</param>
    /// <param name="hands">Hands of the session, in the order of play.</param>
    /// <param name="fileWasKnown">Their file had been read before: new hands are live, and a changed one was changed since.</param>
    /// <param name="cancellationToken">Ends the wait for the session's lock, too.</param>
    public async Task<StoredBatch> StoreAsync(SessionRow found, IReadOnlyList<AnalysedHand> hands, bool fileWasKnown, CancellationToken cancellationToken)
    {
        await using var transaction = await database.Database.BeginTransactionAsync(cancellationToken);
        var session = await sessions.AcquireAsync(found, cancellationToken);
        var siblings = await SiblingsAsync(session, hands, cancellationToken);
        var stored = siblings.Where(row => row.SessionId == session.SessionId).ToDictionary(row => row.Identity);
        var revised = session.IsSupersededBy(found, fileWasKnown) ? Revise(stored, hands) : [];

        var fresh = hands.Where(hand => !stored.ContainsKey(hand.Identity)).DistinctBy(hand => hand.Identity).ToArray();
        var tableIds = AssignTableIds(session, siblings, fresh);
        foreach (var hand in fresh)
        {
            session.LastSequence++;
            database.Hands.Add(hand.ToRow(session, tableIds[hand.Identity], session.LastSequence, isBacklog: !fileWasKnown));
            await events.Publish(hand.ToMessage(session, tableIds[hand.Identity], session.LastSequence, isBacklog: !fileWasKnown), cancellationToken);
        }

        await database.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return new StoredBatch(fresh.Length, revised, [.. tableIds.Where(each => each.Value != PlainId(session)).Select(each => (each.Key, each.Value))]);
    }

    /// <summary>Notes that a whole copy was taken in. Done last: after a crash in between, the rest of the copy is still the newer one.</summary>
    public Task<int> CompleteAsync(SessionRow found, CancellationToken cancellationToken)
        => database.Database.ExecuteSqlAsync(
            $"UPDATE feature_table.session SET hand_count = greatest(hand_count, {found.HandCount}) WHERE session_id = {found.SessionId}",
            cancellationToken);

    private static List<HandIdentity> Revise(Dictionary<HandIdentity, HandRow> stored, IReadOnlyList<AnalysedHand> hands)
    {
        var revised = new List<HandIdentity>();
        foreach (var hand in hands)
        {
            if (stored.TryGetValue(hand.Identity, out var row) && hand.ContentHash != row.ContentHash)
            {
                hand.Revise(row);
                revised.Add(hand.Identity);
            }
        }

        return revised;
    }

    /// <summary>Rows that share a number with one of the hands: the session's own, and any that hold one of its table ids.</summary>
    private async Task<IReadOnlyList<HandRow>> SiblingsAsync(SessionRow session, IReadOnlyList<AnalysedHand> hands, CancellationToken cancellationToken)
    {
        var numbers = hands.Select(hand => hand.Identity.Number).Distinct().ToArray();
        var plainId = PlainId(session);
        var numberedIds = plainId + "~";
        return await database.Hands
            .Where(hand => numbers.Contains(hand.HandNumber))
            .Where(hand => hand.SessionId == session.SessionId || hand.TableId == plainId || hand.TableId.StartsWith(numberedIds))
            .ToListAsync(cancellationToken);
    }

    /// <summary>Gives each fresh hand its table id, and moves those stored before that started later.</summary>
    private static Dictionary<HandIdentity, string> AssignTableIds(SessionRow session, IReadOnlyList<HandRow> siblings, IReadOnlyList<AnalysedHand> fresh)
    {
        var plainId = PlainId(session);
        var assigned = new Dictionary<HandIdentity, string>();
        foreach (var hands in fresh.GroupBy(hand => hand.Identity.Number))
        {
            var rows = siblings.Where(row => row.HandNumber == hands.Key).ToLookup(row => row.SessionId == session.SessionId);
            var ids = TableIds.InOrderOfStart(plainId, takenByOthers: rows[false].Select(row => row.TableId).ToHashSet(StringComparer.Ordinal));
            var stored = rows[true].ToDictionary(row => row.StartTicks!.Value);
            foreach (var (start, id) in stored.Keys.Concat(hands.Select(hand => hand.Identity.StartTicks)).Order().Zip(ids))
            {
                if (stored.TryGetValue(start, out var row))
                    row.TableId = id;
                else
                    assigned.Add(new HandIdentity(hands.Key, start), id);
            }
        }

        return assigned;
    }

    private static string PlainId(SessionRow session) => $"{session.Type}_{session.SessionId}";
}
