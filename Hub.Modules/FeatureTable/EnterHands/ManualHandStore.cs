using Hub.Contracts.FeatureTable;
using Hub.Modules.FeatureTable.Persistence;
using Hub.Modules.FeatureTable.StoreHands;
using MassTransit;
using Microsoft.EntityFrameworkCore;

namespace Hub.Modules.FeatureTable.EnterHands;

/// <summary>Stores hands that were typed in, each with its event in one transaction, under the lock of the manual session.</summary>
internal sealed class ManualHandStore(FeatureTableDbContext database, SessionLock sessions, IPublishEndpoint events)
{
    private const string Manual = "manual";
    private const string Rfid = "rfid";

    /// <summary>How far apart two hands of one table and number are different hands: numbers begin anew with each session.</summary>
    private static readonly TimeSpan SameShow = TimeSpan.FromHours(12);

    /// <param name="found">The manual session.</param>
    /// <param name="hand">The hand.</param>
    /// <param name="startIsKnown">False when the start is only the moment of typing.</param>
    /// <param name="force">Store it even though the readers got it.</param>
    /// <param name="cancellationToken">Ends the wait for the session's lock, too.</param>
    public async Task<ManualHandOutcome> AddAsync(SessionRow found, AnalysedHand hand, bool startIsKnown, bool force, CancellationToken cancellationToken)
    {
        await using var transaction = await database.Database.BeginTransactionAsync(cancellationToken);
        var session = await sessions.AcquireAsync(found, cancellationToken);
        if (await database.Hands.FirstOrDefaultAsync(row => row.SessionId == session.SessionId && row.HandNumber == hand.Identity.Number, cancellationToken) is { } taken)
            return new(ManualHandAnswer.NumberTaken, taken);
        if (!force && await FindReadAsync(session.TableName, hand, startIsKnown, cancellationToken) is { } read)
            return new(ManualHandAnswer.ReadFromTable, read);

        session.LastSequence++;
        var tableId = $"{session.Type}_{session.SessionId}";
        var row = hand.ToRow(session, tableId, session.LastSequence, isBacklog: false);
        database.Hands.Add(row);
        await events.Publish(hand.ToMessage(session, tableId, session.LastSequence, isBacklog: false), cancellationToken);
        await database.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return new(ManualHandAnswer.Stored, row);
    }

    /// <param name="session">The hand's session.</param>
    /// <param name="row">The hand as it was read before.</param>
    /// <param name="hand">The hand as it shall be.</param>
    /// <param name="revision">Revision that the correction was made from; null for any.</param>
    /// <param name="cancellationToken">Ends the wait for the session's lock, too.</param>
    public async Task<ManualHandOutcome> CorrectAsync(SessionRow session, HandRow row, AnalysedHand hand, int? revision, CancellationToken cancellationToken)
    {
        await using var transaction = await database.Database.BeginTransactionAsync(cancellationToken);
        session = await sessions.AcquireAsync(session, cancellationToken);
        row = await database.Hands.SingleAsync(each => each.Id == row.Id, cancellationToken);
        if (row.ContentHash == hand.ContentHash)
            return new(ManualHandAnswer.Stored, row);
        if (revision is not null && revision != row.Revision)
            return new(ManualHandAnswer.ChangedMeanwhile, row);

        hand.Revise(row);
        session.LastSequence++;
        var message = hand.ToMessage(session, row.TableId, session.LastSequence, isBacklog: false) with { Revision = row.Revision!.Value };
        await events.Publish(new HandRevised { Hand = message }, cancellationToken);
        await database.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return new(ManualHandAnswer.Stored, row);
    }

    /// <summary>The hand and its session, where it was typed in.</summary>
    public async Task<(ManualHandAnswer Answer, HandRow? Row, SessionRow? Session)> FindAsync(int id, CancellationToken cancellationToken)
    {
        if (await database.Hands.AsNoTracking().SingleOrDefaultAsync(hand => hand.Id == id, cancellationToken) is not { } row)
            return (ManualHandAnswer.NotFound, null, null);
        return row is { Source: Manual, SessionId: not null }
            ? (ManualHandAnswer.Stored, row, await database.Sessions.AsNoTracking().SingleAsync(session => session.SessionId == row.SessionId, cancellationToken))
            : (ManualHandAnswer.NotManual, row, null);
    }

    /// <summary>A hand of the table that the readers got, with the same number in the same show or going on at the same moment.</summary>
    private Task<HandRow?> FindReadAsync(string tableName, AnalysedHand hand, bool startIsKnown, CancellationToken cancellationToken)
    {
        var start = hand.Facts.Hand.StartedAt;
        var number = hand.Identity.Number;
        var (earliest, latest) = (start - SameShow, start + SameShow);
        return (from row in database.Hands
                join session in database.Sessions on row.SessionId equals session.SessionId
                where row.Source == Rfid && row.CalledOffAt == null && session.TableName == tableName
                where (row.HandNumber == number && row.StartedAt > earliest && row.StartedAt < latest)
                    || (startIsKnown && row.StartedAt <= start && row.StartedAt!.Value.AddSeconds(row.DurationSeconds ?? 0) > start)
                orderby row.Id
                select row).FirstOrDefaultAsync(cancellationToken);
    }
}
