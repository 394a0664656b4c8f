using Hub.Modules.Subtitle.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace Hub.Modules.Subtitle.DecideCaptions;

/// <summary>
/// Works the events of a session one at a time in <c>Sequence</c>. One that arrives early is stored and waits; the one that closes the gap
/// lets all go that follow it. So captions depend on what happened and never on when word of it arrived. Runs in the caller's
/// transaction, under the lock of the session's row.
/// </summary>
internal sealed partial class SessionCaptions(SubtitleDbContext database, HandHistory history, ILogger<SessionCaptions> logger)
{
    public async Task TakeAsync(HandEvent happened, CancellationToken cancellationToken)
    {
        var session = await LockAsync(happened.SessionId, cancellationToken);
        if (happened.Sequence <= session.LastDecided)
        {
            await history.TakeLateAsync(happened, cancellationToken);
        }
        else if (await FindAsync(happened.SessionId, happened.Sequence, cancellationToken) is { } waiting)
        {
            if (waiting.StartTicks != happened.StartTicks)
            {
                SequenceTaken(logger, happened.SessionId, happened.Sequence, waiting.HandNumber, happened.HandNumber);
            }
        }
        else
        {
            database.HandEvents.Add(happened);
            await database.SaveChangesAsync(cancellationToken);
        }

        await WorkAsync(session, cancellationToken);
    }

    /// <summary>
    /// Goes on behind a gap that did not close, without the events that are missing. Nothing happens when the session has moved on from
    /// <paramref name="lastDecided"/> meanwhile.
    /// </summary>
    public async Task SkipGapAsync(long sessionId, long lastDecided, CancellationToken cancellationToken)
    {
        await using var transaction = await database.Database.BeginTransactionAsync(cancellationToken);
        var session = await LockAsync(sessionId, cancellationToken);
        var waiting = await database.HandEvents
            .Where(happened => happened.SessionId == sessionId)
            .MinAsync(happened => (long?)happened.Sequence, cancellationToken);
        if (session.LastDecided != lastDecided || waiting is null)
        {
            return;
        }

        GapSkipped(logger, sessionId, lastDecided + 1, waiting.Value - 1);
        session.LastDecided = waiting.Value - 1;
        await WorkAsync(session, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }

    private async Task WorkAsync(CaptionSession session, CancellationToken cancellationToken)
    {
        while (await FindAsync(session.SessionId, session.LastDecided + 1, cancellationToken) is { } next)
        {
            await history.TakeAsync(next, cancellationToken);
            database.HandEvents.Remove(next);
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

    private ValueTask<HandEvent?> FindAsync(long sessionId, long sequence, CancellationToken cancellationToken)
        => database.HandEvents.FindAsync([sessionId, sequence], cancellationToken);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Session {SessionId} has two events at position {Sequence}: that of hand {Stored} is kept, that of hand {Ignored} is ignored")]
    private static partial void SequenceTaken(ILogger logger, long sessionId, long sequence, int stored, int ignored);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Session {SessionId}: what happened at positions {First} to {Last} did not come; captions go on without it")]
    private static partial void GapSkipped(ILogger logger, long sessionId, long first, long last);
}
