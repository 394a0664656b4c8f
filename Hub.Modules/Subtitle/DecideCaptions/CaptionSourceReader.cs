using Hub.Contracts.FeatureTable;
using Hub.Modules.Subtitle.Captions;
using Hub.Modules.Subtitle.Persistence;
using Hub.Modules.Subtitle.Players;
using Hub.Modules.Subtitle.Programme;
using Hub.Modules.Subtitle.Tournaments;
using Microsoft.EntityFrameworkCore;

namespace Hub.Modules.Subtitle.DecideCaptions;

/// <summary>Reads what an order is written from, as it is known now.</summary>
internal sealed class CaptionSourceReader(
    SubtitleDbContext database, PlayerBookReader players, TournamentReader tournaments, TournamentOfTable ofTables, ProgrammeReader programme, ScheduleReader schedule)
{
    private PlayerBook? _book;

    /// <summary>
    /// What persons have entered about players: once for each scope, since a hand can deserve many captions. To be asked when the
    /// <see cref="CaptionLog"/> is held: who enters something then waits until the transaction has ended.
    /// </summary>
    public async Task<PlayerBook> ReadBookAsync(CancellationToken cancellationToken) => _book ??= await players.ReadAsync(cancellationToken);

    /// <param name="order">The order.</param>
    /// <param name="composition">Its composition.</param>
    /// <param name="moment">The moment that it is about; null for now.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public async Task<CaptionSource> ReadAsync(CaptionOrder order, IComposition composition, CaptionMoment? moment, CancellationToken cancellationToken)
    {
        var book = await ReadBookAsync(cancellationToken);
        var stored = await FindHandAsync(order, cancellationToken);
        var hand = stored is null ? null : book.WithAssignedNames(stored.Facts);
        var history = stored is null ? [] : await ReadHistoryAsync(stored, composition.LooksBack(order.Options), book, cancellationToken);
        moment ??= new CaptionMoment(await FindTournamentAsync(order, hand, cancellationToken), await ReadProgrammeAsync(composition, cancellationToken));
        return new CaptionSource
        {
            Hand = hand,
            Player = order.Seat is { } seat ? hand?.Players.FirstOrDefault(player => player.Seat == seat) : null,
            EarlierHand = history.ElementAtOrDefault(order.Options.HandsAgo - 1),
            History = history,
            Tournament = moment.Tournament,
            Players = book,
            Programme = moment.Programme,
            Options = order.Options,
        };
    }

    private async Task<StoredHand?> FindHandAsync(CaptionOrder order, CancellationToken cancellationToken)
        => order is { SessionId: { } sessionId, StartTicks: { } startTicks }
            ? await database.Hands.AsNoTracking().SingleOrDefaultAsync(stored => stored.SessionId == sessionId && stored.StartTicks == startTicks, cancellationToken)
            : null;

    private async Task<IReadOnlyList<HandCaptured>> ReadHistoryAsync(StoredHand hand, int count, PlayerBook book, CancellationToken cancellationToken)
    {
        if (count == 0)
        {
            return [];
        }

        var earlier = await database.Hands.AsNoTracking()
            .Where(stored => stored.SessionId == hand.SessionId && stored.StartTicks < hand.StartTicks && stored.WasPlayed)
            .OrderByDescending(stored => stored.StartTicks)
            .Take(count)
            .ToListAsync(cancellationToken);
        return [.. earlier.Select(stored => book.WithAssignedNames(stored.Facts))];
    }

    // Captions about hands and players say nothing of the programme.
    private async Task<ProgrammeFacts> ReadProgrammeAsync(IComposition composition, CancellationToken cancellationToken)
        => composition.Scope is CaptionScope.Hand or CaptionScope.Player ? ProgrammeFacts.Nothing : await programme.ReadAsync(cancellationToken) with
        {
            Schedule = await schedule.ReadAsync(cancellationToken),
        };

    private async Task<TournamentFacts?> FindTournamentAsync(CaptionOrder order, HandCaptured? hand, CancellationToken cancellationToken)
        => order.EventCode is { } eventCode ? await tournaments.FindAsync(eventCode, cancellationToken)
            : hand is null ? null
            : await ofTables.FindAsync(hand.TableName, cancellationToken);
}
