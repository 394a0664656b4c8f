using Hub.Contracts.FeatureTable;
using Hub.Modules.Subtitle.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace Hub.Modules.Subtitle.DecideCaptions;

/// <summary>
/// Works the hands of a session one at a time in <c>Sequence</c>. A hand that arrives early is stored and waits; the one that
/// closes the gap decides for all that follow it. So the captions of a hand depend on it and earlier hands only, never on
/// when anything arrived. Runs in the caller's transaction, under the lock of the session's row.
/// </summary>
internal sealed partial class SessionCaptions(SubtitleDbContext database, CaptionDesk desk, ILogger<SessionCaptions> logger)
{
    public async Task TakeAsync(HandCaptured hand, CancellationToken cancellationToken)
    {
        var session = await LockAsync(hand.SessionId, cancellationToken);
        if (await FindAsync(hand.SessionId, hand.Sequence, cancellationToken) is { } stored)
        {
            if (stored.Facts.StartTicks != hand.StartTicks)
            {
                SequenceTaken(logger, hand.SessionId, hand.Sequence, stored.Facts.HandNumber, hand.HandNumber);
            }

            return;
        }

        database.Hands.Add(StoredHand.From(hand));
        // Saved before anything is decided: the hands it was holding up look back at it with queries.
        await database.SaveChangesAsync(cancellationToken);
        if (hand.Sequence <= session.LastDecided)
        {
            CameTooLate(logger, hand.SessionId, hand.Sequence, hand.HandNumber);
        }

        await DecideAsync(session, cancellationToken);
    }

    /// <summary>
    /// Goes on behind a gap that did not close: the missing hands get no captions, the ones that waited for them do. Nothing
    /// happens when the session has moved on from <paramref name="lastDecided"/> meanwhile.
    /// </summary>
    public async Task SkipGapAsync(long sessionId, long lastDecided, CancellationToken cancellationToken)
    {
        await using var transaction = await database.Database.BeginTransactionAsync(cancellationToken);
        var session = await LockAsync(sessionId, cancellationToken);
        var waiting = await database.Hands
            .Where(hand => hand.SessionId == sessionId && hand.Sequence > lastDecided)
            .MinAsync(hand => (long?)hand.Sequence, cancellationToken);
        if (session.LastDecided != lastDecided || waiting is null)
        {
            return;
        }

        GapSkipped(logger, sessionId, lastDecided + 1, waiting.Value - 1);
        session.LastDecided = waiting.Value - 1;
        await DecideAsync(session, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }

    private async Task DecideAsync(CaptionSession session, CancellationToken cancellationToken)
    {
        while (await FindAsync(session.SessionId, session.LastDecided + 1, cancellationToken) is { } next)
        {
            await desk.DecideAsync(next.Facts, cancellationToken);
            session.LastDecided = next.Sequence;
        }

        await database.SaveChangesAsync(cancellationToken);
    }

    private async Task<CaptionSession> LockAsync(long sessionId, CancellationToken cancellationToken)
    {
        await database.Database.ExecuteSqlAsync($"INSERT INTO subtitle.session (session_id) VALUES ({sessionId}) ON CONFLICT DO NOTHING", cancellationToken);
        var locked = await database.Sessions
            .FromSql($"SELECT * FROM subtitle.session WHERE session_id = {sessionId} FOR NO KEY UPDATE")
            .ToListAsync(cancellationToken);
        return locked.Single();
    }

    private ValueTask<StoredHand?> FindAsync(long sessionId, long sequence, CancellationToken cancellationToken)
        => database.Hands.FindAsync([sessionId, sequence], cancellationToken);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Session {SessionId} has two hands at position {Sequence}: {Stored}, which is kept, and {Ignored}, which is ignored")]
    private static partial void SequenceTaken(ILogger logger, long sessionId, long sequence, int stored, int ignored);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Session {SessionId}: the hands at positions {First} to {Last} did not come; captions go on without them")]
    private static partial void GapSkipped(ILogger logger, long sessionId, long first, long last);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Session {SessionId}: hand {HandNumber} at position {Sequence} came after its turn and gets no captions")]
    private static partial void CameTooLate(ILogger logger, long sessionId, long sequence, int handNumber);
}
