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
}
