using Hub.Modules.Subtitle.Captions;
using Hub.Modules.Subtitle.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Hub.Modules.Subtitle.Tournaments;

/// <summary>Reads what captions say about tournaments.</summary>
internal sealed class TournamentReader(SubtitleDbContext database)
{
    /// <returns>Null when there is no such tournament.</returns>
    public async Task<TournamentFacts?> FindAsync(string eventCode, CancellationToken cancellationToken)
        => await database.Tournaments.AsNoTracking().SingleOrDefaultAsync(row => row.EventCode == eventCode, cancellationToken) is { } row
            ? new TournamentFacts { EventCode = row.EventCode, Name = row.Name }
            : null;
}
