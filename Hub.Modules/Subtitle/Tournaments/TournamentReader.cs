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
        var imported = await database.ImportedTournaments.AsNoTracking().Where(tournament => tournament.EventCode != null).ToDictionaryAsync(tournament => tournament.EventCode!, cancellationToken);
        var rows = await database.Tournaments.AsNoTracking().Where(tournament => tournament.RemainingPlayers > 0).OrderBy(tournament => tournament.EventCode).ToListAsync(cancellationToken);
        return [.. rows
            .Select(row => (Row: row, Facts: imported.GetValueOrDefault(row.EventCode)?.Facts ?? new ImportedFacts()))
            .Where(each => each.Facts.Entry?.Status is null or TournamentStatus.Running or TournamentStatus.Paused or TournamentStatus.FinalTable)
            .Select(each => FactsOf(each.Row, each.Facts))];
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
