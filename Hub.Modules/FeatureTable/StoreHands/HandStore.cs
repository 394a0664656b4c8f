using Hub.Contracts.FeatureTable;
using Hub.Modules.FeatureTable.Domain.Hands;
using Hub.Modules.FeatureTable.Persistence;
using MassTransit;
using Microsoft.EntityFrameworkCore;

namespace Hub.Modules.FeatureTable.StoreHands;

/// <summary>
/// Stores each hand of a session exactly once, with its events in the same transaction, however many hosts try at a time:
/// the session's row is the lock under which identities are compared and sequences and table ids are given out. What is stored
/// in the end depends on the copies that were found, not on the order in which they were.
/// </summary>
internal sealed class HandStore(FeatureTableDbContext database, SessionLock sessions, IPublishEndpoint events, TimeProvider clock)
{
    /// <summary>The session's stored hands.</summary>
    public async Task<IReadOnlyDictionary<HandIdentity, KnownHand>> KnownHandsAsync(long sessionId, CancellationToken cancellationToken)
        => await database.Hands.AsNoTracking()
            .Where(hand => hand.SessionId == sessionId)
            .Select(hand => new { hand.HandNumber, hand.StartTicks, hand.ContentHash, IsCalledOff = hand.CalledOffAt != null })
            .ToDictionaryAsync(hand => new HandIdentity(hand.HandNumber, hand.StartTicks!.Value), hand => new KnownHand(hand.ContentHash!, hand.IsCalledOff), cancellationToken);

    /// <summary>
    /// In one transaction: stores those of <paramref name="hands"/> that are not stored yet, brings the rows of the others up to a
    /// newer content, sets aside hands that the copy shows to have been called off, and publishes all of it.
    /// </summary>
    /// <param name="copy">Where the hands were found.</param>
    /// <param name="hands">Hands of the copy, in the order of play.</param>
    /// <param name="liveSince">Hands of a file read for the first time are backlog when they ended before.</param>
    /// <param name="cancellationToken">Ends the wait for the session's lock, too.</param>
    public async Task<StoredBatch> StoreAsync(ExportCopy copy, IReadOnlyList<AnalysedHand> hands, DateTimeOffset liveSince, CancellationToken cancellationToken)
    {
        await using var transaction = await database.Database.BeginTransactionAsync(cancellationToken);
        var found = copy.ToSession();
        var session = await sessions.AcquireAsync(found, cancellationToken);
        var isNewest = session.Follow(found, copy.ReplacedHash);
        var doubtful = isNewest ? await VanishedAsync(session, copy, cancellationToken) : [];
        var siblings = await SiblingsAsync(session, [.. hands.Select(hand => hand.Identity.Number).Union(doubtful)], cancellationToken);
        var stored = siblings.Where(row => row.SessionId == session.SessionId).ToDictionary(row => row.Identity);

        var calledOff = stored.Values.Where(row => isNewest && row is { WasPlayed: false, CalledOffAt: null } && IsReplaced(row, copy)).ToList();
        calledOff.ForEach(row => row.CalledOffAt = clock.GetUtcNow());
        var revised = isNewest ? Revise(stored, hands) : [];
        var fresh = hands.Where(hand => !stored.ContainsKey(hand.Identity)).DistinctBy(hand => hand.Identity)
            .Select(hand => (Hand: hand, Row: hand.ToRow(session, PlainId(session), sequence: null, isBacklog: !copy.FileWasKnown && hand.EndedAt < liveSince)))
            .ToList();
        // Not in the newest copy, or it would be stored: a hand without events whose number another one bears was called off before it was found.
        foreach (var (_, row) in fresh.Where(each => !isNewest && !each.Hand.WasPlayed && stored.Values.Any(other => other.HandNumber == each.Row.HandNumber && other.CalledOffAt is null)))
            row.CalledOffAt = clock.GetUtcNow();

        AssignTableIds(session, siblings, fresh.Select(each => each.Row));
        database.Hands.AddRange(fresh.Select(each => each.Row));
        await PublishAsync(session, calledOff, revised, fresh, cancellationToken);
        await TellAsync(session, calledOff, fresh.Select(each => each.Row), cancellationToken);
        await database.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return new StoredBatch([.. fresh.Select(each => each.Row)], [.. revised.Select(each => each.Row)], calledOff);
    }

    /// <summary>Whether the copy lacks the hand, and gives its number to another one.</summary>
    private static bool IsReplaced(HandRow row, ExportCopy copy)
        => !copy.Identities.Contains(row.Identity) && copy.Identities.Any(other => other.Number == row.HandNumber);

    /// <summary>Numbers of hands without events that the copy lacks.</summary>
    private async Task<IReadOnlyList<int>> VanishedAsync(SessionRow session, ExportCopy copy, CancellationToken cancellationToken)
    {
        var unplayed = await database.Hands
            .Where(row => row.SessionId == session.SessionId && row.WasPlayed == false && row.CalledOffAt == null)
            .ToListAsync(cancellationToken);
        return [.. unplayed.Where(row => IsReplaced(row, copy)).Select(row => row.HandNumber)];
    }

    /// <summary>Hands of which something that is stored has changed; one that was called off is a hand again when the newest copy has it.</summary>
    private List<(AnalysedHand Hand, HandRow Row)> Revise(Dictionary<HandIdentity, HandRow> stored, IReadOnlyList<AnalysedHand> hands)
    {
        var revised = new List<(AnalysedHand Hand, HandRow Row)>();
        foreach (var hand in hands)
        {
            if (!stored.TryGetValue(hand.Identity, out var row))
                continue;

            row.CalledOffAt = null;
            hand.WriteTo(row);
            if (!HasNews(row))
                continue;

            row.Revision++;
            revised.Add((hand, row));
        }

        return revised;
    }

    private bool HasNews(HandRow row)
        => database.Entry(row).Properties.Any(property => property.IsModified && property.Metadata.Name != nameof(HandRow.ContentHash));

    /// <summary>Rows that bear one of the numbers: the session's own, and any that hold one of its table ids.</summary>
    private async Task<IReadOnlyList<HandRow>> SiblingsAsync(SessionRow session, int[] numbers, CancellationToken cancellationToken)
    {
        var plainId = PlainId(session);
        var numberedIds = plainId + "~";
        return await database.Hands
            .Where(hand => numbers.Contains(hand.HandNumber))
            .Where(hand => hand.SessionId == session.SessionId || hand.TableId == plainId || hand.TableId.StartsWith(numberedIds))
            .ToListAsync(cancellationToken);
    }

    private static void AssignTableIds(SessionRow session, IReadOnlyList<HandRow> siblings, IEnumerable<HandRow> fresh)
    {
        foreach (var hands in siblings.Concat(fresh).GroupBy(row => row.HandNumber))
        {
            var rows = hands.ToLookup(row => row.SessionId == session.SessionId);
            TableIds.Assign(PlainId(session), rows[true], takenByOthers: rows[false].Select(row => row.TableId).ToHashSet(StringComparer.Ordinal));
        }
    }

    private async Task PublishAsync(
        SessionRow session, List<HandRow> calledOff, List<(AnalysedHand Hand, HandRow Row)> revised, List<(AnalysedHand Hand, HandRow Row)> fresh, CancellationToken cancellationToken)
    {
        // One that was found when it had been called off already was never announced.
        foreach (var row in calledOff.Where(row => row.Sequence is not null))
        {
            await events.Publish(
                new HandCalledOff { SessionId = session.SessionId, HandNumber = row.HandNumber, StartTicks = row.StartTicks!.Value, Sequence = ++session.LastSequence, TableId = row.TableId },
                cancellationToken);
        }

        foreach (var (hand, row) in revised)
        {
            var message = hand.ToMessage(session, row.TableId, ++session.LastSequence, row.IsBacklog == true) with { Revision = row.Revision!.Value };
            await (row.Sequence is null ? events.Publish(message, cancellationToken) : events.Publish(new HandRevised { Hand = message }, cancellationToken));
            row.Sequence ??= message.Sequence;
        }

        foreach (var (hand, row) in fresh.Where(each => each.Row.CalledOffAt is null))
        {
            row.Sequence = ++session.LastSequence;
            await events.Publish(hand.ToMessage(session, row.TableId, row.Sequence.Value, row.IsBacklog == true), cancellationToken);
        }
    }

    private async Task TellAsync(SessionRow session, List<HandRow> calledOff, IEnumerable<HandRow> fresh, CancellationToken cancellationToken)
    {
        var (plainId, now) = (PlainId(session), clock.GetUtcNow());
        foreach (var row in fresh.Where(row => row.CalledOffAt is null && row.TableId != plainId))
            await events.Publish(HandAlerts.RepeatedNumber(plainId, row, now), cancellationToken);
        foreach (var row in calledOff)
            await events.Publish(HandAlerts.CalledOff(plainId, row, now), cancellationToken);
    }

    private static string PlainId(SessionRow session) => $"{session.Type}_{session.SessionId}";
}
