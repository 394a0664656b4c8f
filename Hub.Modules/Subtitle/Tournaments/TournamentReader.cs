using Hub.Modules.Subtitle.Captions;
using Hub.Modules.Subtitle.Persistence;
using Hub.Modules.Subtitle.ReadCsv.Formats;
using Microsoft.EntityFrameworkCore;

namespace Hub.Modules.Subtitle.Tournaments;

/// <summary>
/// Reads what captions say about tournaments: v1's columns, whoever wrote them, and what only the files of WSOP+ say.
/// </summary>
internal sealed class TournamentReader(SubtitleDbContext database)
{
    /// <returns>Null when there is no such tournament.</returns>
    public async Task<TournamentFacts?> FindAsync(string eventCode, CancellationToken cancellationToken)
    {
        var row = await database.Tournaments.AsNoTracking().SingleOrDefaultAsync(tournament => tournament.EventCode == eventCode, cancellationToken);
        if (row is null)
            return null;

        var imported = await database.ImportedTournaments.AsNoTracking().SingleOrDefaultAsync(tournament => tournament.EventCode == eventCode, cancellationToken);
        return FactsOf(row, imported?.Facts ?? new ImportedFacts());
    }

    /// <summary>
    /// Tournaments that are being played, breaks and nights included, by code. Of one that only a v1 client knows there is no
    /// status: it counts while players are left in it.
    /// </summary>
    public async Task<IReadOnlyList<TournamentFacts>> RunningAsync(CancellationToken cancellationToken)
    {
        // Which ones is told in the database: the facts of a whole series are megabytes.
        var codes = await database.Database.SqlQuery<string>(
            $"""
            SELECT t.event_code AS "Value" FROM public.tournaments t LEFT JOIN subtitle.imported_tournament i ON i.event_code = t.event_code
            WHERE t.remaining_players > 0 AND coalesce(i.facts -> 'entry' ->> 'status', {nameof(TournamentStatus.Running)})
                IN ({nameof(TournamentStatus.Running)}, {nameof(TournamentStatus.Paused)}, {nameof(TournamentStatus.FinalTable)})
            """).Order().ToListAsync(cancellationToken);
        var running = new List<TournamentFacts>(codes.Count);
        foreach (var code in codes)
        {
            if (await FindAsync(code, cancellationToken) is { } facts)
                running.Add(facts);
        }

        return running;
    }

    private static TournamentFacts FactsOf(Tournament row, ImportedFacts imported)
    {
        var payouts = V1Lists.Payouts(row.PayoutsJson);
        return new TournamentFacts
        {
            EventCode = row.EventCode,
            Name = row.Name,
            BuyIn = Known(row.BuyIn) ?? imported.Entry?.BuyIn,
            Fee = imported.Entry?.Fee,
            PrizePool = Known(row.PrizePool) ?? imported.Entry?.PrizePool,
            Entries = Known(row.TotalEntries),
            RemainingPlayers = Known(row.RemainingPlayers),
            PlacesPaid = Known(row.PlacesPaid) ?? (payouts.Count > 0 ? payouts.Max(payout => payout.LastPlace) : null),
            StartingChips = imported.Entry?.StartingChips is > 0 and { } chips ? chips : null,
            CurrentLevel = Known(row.CurrentLevel),
            Levels = [.. V1Lists.Levels(row.BlindsJson).Concat(BreaksOf(imported)).OrderBy(level => level.Level).ThenBy(level => level.IsBreak)],
            Payouts = payouts,
            Finishers = [.. (imported.Standings ?? []).Where(player => player is { IsEliminated: true, Rank: > 0 }).Select(player => new Finisher(player.Rank!.Value, player.Name))],
            Standings = V1Lists.Standings(row.StandingsJson),
        };
    }

    /// <summary>v1 writes 0 for what it does not know.</summary>
    private static int? Known(int? number) => number is > 0 ? number : null;

    private static IEnumerable<BlindLevel> BreaksOf(ImportedFacts imported)
        => (imported.Levels ?? []).Where(level => level.IsBreak).Select(level => new BlindLevel(level.Level, 0, 0, 0, level.DurationMinutes, IsBreak: true, level.BreakName));
}
