using Hub.Modules.Subtitle.Persistence;
using Hub.Modules.Subtitle.ReadCsv;
using Hub.Modules.Subtitle.ReadCsv.Formats;
using Microsoft.EntityFrameworkCore;

namespace Hub.Modules.Subtitle.Tournaments.Import;

/// <summary>Takes in the broadcast schedule as a whole, in the caller's transaction.</summary>
internal sealed class ScheduleImport(SubtitleDbContext database)
{
    /// <returns>How many broadcasts known before are gone.</returns>
    public async Task<int> TakeAsync(ParsedCsv<BroadcastEntry> file, CancellationToken cancellationToken)
    {
        if (file.Good.Count == 0)
            return 0;

        var rows = await database.Broadcasts.ToListAsync(cancellationToken);
        IReadOnlyList<BroadcastEntry> before = [.. Sort(rows.Select(EntryOf))];
        IReadOnlyList<BroadcastEntry> after = [.. Sort(file.Merge(tournament: null, before, [.. file.Good.Select(row => row.Entry)]))];
        if (ImportedFacts.AreSame(before, after))
            return 0;

        database.Broadcasts.RemoveRange(rows);
        database.Broadcasts.AddRange(after.Select(RowOf));
        return before.ExceptBy(after.Select(entry => entry.Key), entry => entry.Key, StringComparer.Ordinal).Count();
    }

    private static IEnumerable<BroadcastEntry> Sort(IEnumerable<BroadcastEntry> entries)
        => entries.OrderBy(entry => entry.Date).ThenBy(entry => entry.Start).ThenBy(entry => entry.Title, StringComparer.Ordinal).ThenBy(entry => entry.Channel, StringComparer.Ordinal);

    private static BroadcastEntry EntryOf(Broadcast row) => new()
    {
        Date = row.Date,
        Start = row.StartsAt,
        End = row.EndsAt,
        Title = row.Title,
        Channel = row.Channel,
        Tournament = row.TournamentNumber,
        IsLive = row.IsLive,
    };

    private static Broadcast RowOf(BroadcastEntry entry) => new()
    {
        Date = entry.Date,
        StartsAt = entry.Start,
        EndsAt = entry.End,
        Title = entry.Title,
        Channel = entry.Channel,
        TournamentNumber = entry.Tournament,
        IsLive = entry.IsLive,
    };
}
