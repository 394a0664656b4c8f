using Hub.Modules.Kernel;
using Hub.Modules.Subtitle.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Hub.Modules.Subtitle.DecideCaptions;

/// <summary>
/// Lets a session go on when word of a hand never comes: its message was dead-lettered, or was published while no host had this
/// module. The time is counted while this host runs, so that messages sent again after a restart have their chance.
/// </summary>
internal sealed class GapWatch(IServiceScopeFactory scopes, IOptions<SubtitleOptions> options, TimeProvider timeProvider, ILogger<GapWatch> logger)
    : ResilientBackgroundService(timeProvider, logger)
{
    private Dictionary<(long SessionId, long LastDecided), long> _seenAt = [];

    protected override async Task RunOnceAsync(CancellationToken stoppingToken)
    {
        var patience = TimeSpan.FromSeconds(options.Value.GapSeconds);
        var now = Clock.GetTimestamp();
        _seenAt = (await FindGapsAsync(stoppingToken)).ToDictionary(gap => gap, gap => _seenAt.GetValueOrDefault(gap, now));
        foreach (var ((sessionId, lastDecided), seenAt) in _seenAt)
        {
            if (Clock.GetElapsedTime(seenAt, now) >= patience)
            {
                await using var scope = scopes.CreateAsyncScope();
                await scope.ServiceProvider.GetRequiredService<SessionCaptions>().SkipGapAsync(sessionId, lastDecided, stoppingToken);
            }
        }

        await Task.Delay(patience / 10, Clock, stoppingToken);
    }

    private async Task<IReadOnlyList<(long SessionId, long LastDecided)>> FindGapsAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var database = scope.ServiceProvider.GetRequiredService<SubtitleDbContext>();
        var gaps = await database.Sessions.AsNoTracking()
            .Where(session => database.HandEvents.Any(waiting => waiting.SessionId == session.SessionId))
            .ToListAsync(cancellationToken);
        return [.. gaps.Select(session => (session.SessionId, session.LastDecided))];
    }
}
