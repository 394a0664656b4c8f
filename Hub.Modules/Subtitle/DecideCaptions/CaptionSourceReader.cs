using Hub.Contracts.FeatureTable;
using Hub.Modules.Subtitle.Captions;
using Hub.Modules.Subtitle.Persistence;
using Hub.Modules.Subtitle.Players;
using Hub.Modules.Subtitle.Programme;
using Hub.Modules.Subtitle.Tournaments;
using Microsoft.EntityFrameworkCore;

namespace Hub.Modules.Subtitle.DecideCaptions;

/// <summary>Reads what an order is written from, as it is known now.</summary>
internal sealed class CaptionSourceReader(SubtitleDbContext database, PlayerBookReader players, TournamentReader tournaments, ProgrammeReader programme)
{
    public async Task<CaptionSource> ReadAsync(CaptionOrder order, IComposition composition, CancellationToken cancellationToken)
    {
        var book = await players.ReadAsync(cancellationToken);
        var stored = await FindHandAsync(order, cancellationToken);
        var hand = stored is null ? null : book.WithAssignedNames(stored.Facts);
        var history = stored is null ? [] : await ReadHistoryAsync(stored, composition.LooksBack(order.Options), book, cancellationToken);
        var eventCode = order.EventCode ?? (hand is null ? null : await programme.EventOfTableAsync(hand.TableName, cancellationToken));
        return new CaptionSource
        {
            Hand = hand,
            Player = order.Seat is { } seat ? hand?.Players.FirstOrDefault(player => player.Seat == seat) : null,
            EarlierHand = history.ElementAtOrDefault(order.Options.HandsAgo - 1),
            History = history,
            Tournament = eventCode is null ? null : await tournaments.FindAsync(eventCode, cancellationToken),
            Players = book,
            Programme = await programme.ReadAsync(cancellationToken),
            Options = order.Options,
        };
    }

    private async Task<StoredHand?> FindHandAsync(CaptionOrder order, CancellationToken cancellationToken)
        => order is not { SessionId: { } sessionId, StartTicks: { } startTicks } ? null : await database.Hands
            .FromSql($"SELECT * FROM subtitle.hand WHERE session_id = {sessionId} AND (facts->>'startTicks')::bigint = {startTicks}")
            .AsNoTracking().OrderByDescending(stored => stored.Sequence).FirstOrDefaultAsync(cancellationToken);

    private async Task<IReadOnlyList<HandCaptured>> ReadHistoryAsync(StoredHand hand, int count, PlayerBook book, CancellationToken cancellationToken)
    {
        if (count == 0)
        {
            return [];
        }

        var earlier = await database.Hands.AsNoTracking()
            .Where(stored => stored.SessionId == hand.SessionId && stored.Sequence < hand.Sequence && stored.WasPlayed)
            .OrderByDescending(stored => stored.Sequence)
            .Take(count)
            .ToListAsync(cancellationToken);
        return [.. earlier.Select(stored => book.WithAssignedNames(stored.Facts))];
    }
}
