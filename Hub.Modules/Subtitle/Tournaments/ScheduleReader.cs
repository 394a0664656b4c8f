using Hub.Modules.Subtitle.Captions;
using Hub.Modules.Subtitle.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Hub.Modules.Subtitle.Tournaments;

/// <summary>Reads the broadcast schedule.</summary>
internal sealed class ScheduleReader(SubtitleDbContext database)
{
    /// <summary>Broadcasts of <paramref name="from"/> and later days in order, each once whatever the number of channels.</summary>
    public async Task<IReadOnlyList<ScheduledBroadcast>> ReadAsync(DateOnly from, CancellationToken cancellationToken)
    {
        var rows = await database.Broadcasts.AsNoTracking()
            .Where(broadcast => broadcast.Date >= from)
            .OrderBy(broadcast => broadcast.Date).ThenBy(broadcast => broadcast.StartsAt).ThenBy(broadcast => broadcast.Id)
            .ToListAsync(cancellationToken);
        return [.. rows.Select(broadcast => new ScheduledBroadcast(broadcast.Date, broadcast.StartsAt, broadcast.Title)).Distinct()];
    }
}
