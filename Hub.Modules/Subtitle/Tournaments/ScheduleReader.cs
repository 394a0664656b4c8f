using Hub.Modules.Subtitle.Captions;
using Hub.Modules.Subtitle.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Hub.Modules.Subtitle.Tournaments;

/// <summary>Reads which broadcasts are to come, by the venue's clock.</summary>
internal sealed class ScheduleReader(SubtitleDbContext database, IOptions<SubtitleOptions> options, TimeProvider clock)
{
    /// <summary>"Starting soon" is shown until a stream has started, and streams start late.</summary>
    private static readonly TimeSpan Delay = TimeSpan.FromMinutes(30);

    /// <summary>In order, each once whatever the number of channels. A broadcast counts until half an hour after its time.</summary>
    public async Task<IReadOnlyList<ScheduledBroadcast>> ReadAsync(CancellationToken cancellationToken)
    {
        var zone = options.Value.TimeZone is { Length: > 0 } id ? TimeZoneInfo.FindSystemTimeZoneById(id) : clock.LocalTimeZone;
        var earliest = TimeZoneInfo.ConvertTime(clock.GetUtcNow(), zone).DateTime - Delay;
        var (date, time) = (DateOnly.FromDateTime(earliest), TimeOnly.FromDateTime(earliest));
        var rows = await database.Broadcasts.AsNoTracking()
            .Where(broadcast => broadcast.Date > date || (broadcast.Date == date && broadcast.StartsAt >= time))
            .OrderBy(broadcast => broadcast.Date).ThenBy(broadcast => broadcast.StartsAt).ThenBy(broadcast => broadcast.Id)
            .ToListAsync(cancellationToken);
        return [.. rows.Select(broadcast => new ScheduledBroadcast(broadcast.Date, broadcast.StartsAt, broadcast.Title)).Distinct()];
    }
}
