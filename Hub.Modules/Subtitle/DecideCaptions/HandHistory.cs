using Hub.Modules.Subtitle.Captions;
using Hub.Modules.Subtitle.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace Hub.Modules.Subtitle.DecideCaptions;

/// <summary>
/// Takes in what happened to a hand, and brings the captions of the session up to it: those of the hand, those of later hands that
/// look back at it, and those of later hands in which somebody goes out now, or does not any more.
/// </summary>
internal sealed partial class HandHistory(
    SubtitleDbContext database, CaptionLog log, CaptionDesk desk, CaptionOrders orders, EliminationLog eliminations, ILogger<HandHistory> logger)
{
    /// <summary>Takes in an event in its turn.</summary>
    public Task TakeAsync(HandEvent happened, CancellationToken cancellationToken) => TakeAsync(happened, getsCaptions: true, cancellationToken);

    /// <summary>Takes in an event that the session has not waited for any longer: a hand that comes so late gets no captions.</summary>
    public Task TakeLateAsync(HandEvent happened, CancellationToken cancellationToken) => TakeAsync(happened, happened.Kind != HandEventKind.Captured, cancellationToken);

    private async Task TakeAsync(HandEvent happened, bool getsCaptions, CancellationToken cancellationToken)
    {
        // Before anything is read that a correction may be about to change.
        await log.ShareAsync(cancellationToken);
        var hand = await database.Hands.FindAsync([happened.SessionId, happened.StartTicks], cancellationToken);
        if (IsOutOfDate(happened, hand))
        {
            return;
        }

        var later = await database.Hands.AnyAsync(other => other.SessionId == happened.SessionId && other.StartTicks > happened.StartTicks, cancellationToken);
        var sessionType = (happened.Facts ?? hand!.Facts).SessionType;
        var before = later ? await eliminations.ReadAsync(happened.SessionId, sessionType, cancellationToken) : null;
        hand = Write(happened, hand);
        // Saved before anything is decided: captions look back with queries.
        await database.SaveChangesAsync(cancellationToken);
        var after = await eliminations.ReadAsync(happened.SessionId, sessionType, cancellationToken);
        if (getsCaptions)
        {
            await desk.DecideAsync(hand, after, cancellationToken);
        }
        else
        {
            CameTooLate(logger, happened.SessionId, happened.Sequence, happened.HandNumber);
        }

        if (before is not null)
        {
            await ReconsiderAsync(hand, before, after, cancellationToken);
        }
    }

    private static bool IsOutOfDate(HandEvent happened, StoredHand? hand)
        => happened.Facts is { } facts ? hand?.Revision >= facts.Revision : hand is null or { IsCalledOff: true };

    private StoredHand Write(HandEvent happened, StoredHand? hand)
    {
        if (happened.Facts is not { } facts)
        {
            hand!.CallOff();
            return hand;
        }

        if (hand is null)
        {
            return database.Hands.Add(StoredHand.From(facts)).Entity;
        }

        hand.Take(facts);
        return hand;
    }

    private async Task ReconsiderAsync(StoredHand changed, Eliminations before, Eliminations after, CancellationToken cancellationToken)
    {
        foreach (var start in after.DifferentFrom(before).Where(start => start > changed.StartTicks))
        {
            var hand = await database.Hands.FindAsync([changed.SessionId, start], cancellationToken);
            await desk.DecideAsync(hand!, after, cancellationToken);
        }

        foreach (var caption in await ListLookingBackAsync(changed, cancellationToken))
        {
            await orders.RewriteAsync(caption, caption.Moment, cancellationToken);
        }

        await database.SaveChangesAsync(cancellationToken);
    }

    private async Task<IReadOnlyList<LoggedCaption>> ListLookingBackAsync(StoredHand hand, CancellationToken cancellationToken)
    {
        var within = await database.Hands
            .Where(other => other.SessionId == hand.SessionId && other.StartTicks > hand.StartTicks && other.WasPlayed)
            .OrderBy(other => other.StartTicks)
            .Select(other => other.StartTicks)
            .Take(CaptionOptions.MostHandsAgo)
            .ToListAsync(cancellationToken);
        return await database.Captions
            .Where(caption => caption.SessionId == hand.SessionId && within.Contains(caption.StartTicks!.Value) && caption.LooksBack > 0 && caption.WithdrawnBecause == null)
            .OrderBy(caption => caption.Id)
            .ToListAsync(cancellationToken);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Session {SessionId}: hand {HandNumber} at position {Sequence} came after its turn and gets no captions")]
    private static partial void CameTooLate(ILogger logger, long sessionId, long sequence, int handNumber);
}
