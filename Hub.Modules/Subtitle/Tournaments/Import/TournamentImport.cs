using Hub.Modules.Subtitle.Persistence;
using Hub.Modules.Subtitle.ReadCsv;
using Microsoft.EntityFrameworkCore;

namespace Hub.Modules.Subtitle.Tournaments.Import;

/// <summary>Takes in what a file says about tournaments, in the caller's transaction. Tournaments that it does not name stay as they are.</summary>
internal sealed class TournamentImport(SubtitleDbContext database, TournamentUpdate update)
{
    /// <returns>How many entries known before are gone.</returns>
    public async Task<int> TakeAsync<TEntry>(ParsedCsv<TEntry> file, TournamentPart<TEntry> part, DateTimeOffset exportedAt, CancellationToken cancellationToken)
        where TEntry : ICsvEntry
    {
        var rows = file.Good.ToLookup(row => row.Tournament!.Value, row => row.Entry);
        var numbers = rows.Select(tournament => tournament.Key).ToList();
        var known = await database.ImportedTournaments.Where(tournament => numbers.Contains(tournament.Number)).ToDictionaryAsync(tournament => tournament.Number, cancellationToken);
        var removed = 0;
        foreach (var said in rows.OrderBy(tournament => tournament.Key))
        {
            var tournament = known.GetValueOrDefault(said.Key) ?? database.ImportedTournaments.Add(new ImportedTournament { Number = said.Key }).Entity;
            var before = part.Of(tournament.Facts);
            IReadOnlyList<TEntry> after = [.. part.Sort(file.Merge(said.Key, before, [.. said], part.Format.Clash))];
            if (ImportedFacts.AreSame(before, after))
                continue;

            removed += before.ExceptBy(after.Select(entry => entry.Key), entry => entry.Key, StringComparer.Ordinal).Count();
            await update.ApplyAsync(tournament, part.Write(tournament.Facts, after), exportedAt, cancellationToken);
        }

        return removed;
    }
}
