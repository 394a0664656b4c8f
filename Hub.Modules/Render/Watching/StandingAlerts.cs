using Hub.Contracts.Monitoring;
using Hub.Modules.Render.Persistence;
using MassTransit;
using Microsoft.EntityFrameworkCore;

namespace Hub.Modules.Render.Watching;

/// <summary>Alerts about what goes on: remembers which stand, so that each is taken back when it is over. In the caller's transaction, who saves.</summary>
internal sealed class StandingAlerts(RenderDbContext db, IPublishEndpoint events, TimeProvider clock)
{
    /// <summary>Raises what stands now, again if it stood before, and resolves what stood and does not any more.</summary>
    /// <param name="code">Of all of them.</param>
    /// <param name="standing">Everything of this code that stands.</param>
    /// <param name="whenOver">What has become of one that is over.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public async Task SyncAsync(string code, IReadOnlyList<AlertRaised> standing, string whenOver, CancellationToken cancellationToken)
    {
        foreach (var alert in standing)
            await events.Publish(alert, cancellationToken);
        await KeepAsync(code, [.. standing.Select(alert => alert.Subject)], whenOver, cancellationToken);
    }

    /// <summary>The same for what somebody else raises.</summary>
    public async Task KeepAsync(string code, string[] subjects, string whenOver, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        await db.Database.ExecuteSqlAsync(
            $"INSERT INTO render.standing_alert (code, subject, since) SELECT {code}, subject, {now} FROM unnest({subjects}) AS standing(subject) ORDER BY subject ON CONFLICT DO NOTHING", cancellationToken);
        var over = await db.Database.SqlQuery<string>(
            $"""DELETE FROM render.standing_alert WHERE code = {code} AND NOT subject = ANY ({subjects}) RETURNING subject AS "Value" """).ToListAsync(cancellationToken);
        await ResolveAsync(code, over, whenOver, cancellationToken);
    }

    /// <summary>Raises one that stands since <paramref name="since"/>.</summary>
    public async Task RaiseAsync(AlertRaised alert, DateTimeOffset since, CancellationToken cancellationToken)
    {
        await db.Database.ExecuteSqlAsync(
            $"""
             INSERT INTO render.standing_alert (code, subject, since) VALUES ({alert.Code}, {alert.Subject}, {since})
             ON CONFLICT (code, subject) DO UPDATE SET since = greatest(standing_alert.since, excluded.since)
             """, cancellationToken);
        await events.Publish(alert, cancellationToken);
    }

    /// <summary>Tells that some are over which the caller has found, and removed.</summary>
    public async Task ResolveAsync(string code, IEnumerable<string> subjects, string text, CancellationToken cancellationToken)
    {
        foreach (var subject in subjects)
            await events.Publish(new AlertResolved { Code = code, Subject = subject, Text = text, OccurredAt = clock.GetUtcNow() }, cancellationToken);
    }
}
