using Hub.Modules.Monitoring.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Hub.Modules.Monitoring.Alerts.Sending;

/// <summary>
/// What targets are to be told, as rows: written with the alert they are about, taken by any host. An attempt moves its row on before it
/// is made, so that one whose host dies comes again.
/// </summary>
internal sealed class DeliveryQueue(MonitoringDbContext db, AlertTargets targets, IOptions<AlertOptions> options, TimeProvider clock)
{
    private const int MostAtOnce = 50;
    private static readonly TimeSpan FirstPause = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(10);

    /// <summary>
    /// Has every target told that an alert of its severity is open. Who still has something to be told of it gets no more: the alert is
    /// shown as it is then. In the transaction that raised it.
    /// </summary>
    public Task TellAsync(RaisedAlert alert, string code, string subject, CancellationToken cancellationToken)
    {
        var concerned = targets.All.Where(target => target.LeastSeverity <= alert.Severity).Select(target => target.Name).ToArray();
        var now = clock.GetUtcNow();
        return concerned.Length == 0 ? Task.CompletedTask : db.Database.ExecuteSqlAsync(
            $"""
             INSERT INTO monitoring.alert_delivery (alert_id, target, news, created_at, due_at)
             SELECT {alert.Id}, target.name, CASE WHEN told.before AND NOT {alert.IsWorse} THEN {(int)AlertNews.Reminder} ELSE {(int)AlertNews.Raised} END, {now}, greatest({now}, calm.until)
             FROM unnest({concerned}) AS target(name)
             CROSS JOIN LATERAL (
               SELECT count(*) > 0 AS before, coalesce(bool_or(sent_at IS NULL AND given_up_at IS NULL), false) AS waits
               FROM monitoring.alert_delivery WHERE alert_id = {alert.Id} AND target = target.name
             ) told
             CROSS JOIN LATERAL (
               SELECT max(delivery.sent_at) + {options.Value.CalmAfter} AS until
               FROM monitoring.alert earlier JOIN monitoring.alert_delivery delivery ON delivery.alert_id = earlier.id
               WHERE earlier.code = {code} AND earlier.subject = {subject} AND earlier.resolved_at IS NOT NULL AND earlier.id <> {alert.Id}
                 AND delivery.target = target.name AND delivery.news = {(int)AlertNews.Raised}
             ) calm
             WHERE NOT told.waits
             """, cancellationToken);
    }

    /// <summary>
    /// Has those told that an alert is over who were told, or may have been, that it is there; the others never hear of it. In the
    /// transaction that ended it.
    /// </summary>
    public Task TellEndAsync(long alertId, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        return db.Database.ExecuteSqlAsync(
            $"""
             WITH dropped AS (
               DELETE FROM monitoring.alert_delivery WHERE alert_id = {alertId} AND attempts = 0 RETURNING id
             )
             INSERT INTO monitoring.alert_delivery (alert_id, target, news, created_at, due_at)
             SELECT DISTINCT {alertId}, target, {(int)AlertNews.Resolved}, {now}, {now}
             FROM monitoring.alert_delivery
             WHERE alert_id = {alertId} AND given_up_at IS NULL AND id NOT IN (SELECT id FROM dropped)
             """, cancellationToken);
    }

    /// <summary>Begins an attempt at what is due for a target, oldest first. What waits behind something else of its alert stays behind it.</summary>
    public async Task<IReadOnlyList<AlertNotice>> TakeAsync(string target, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        // Longer than the attempt can last, so that no two hosts are at it.
        var next = now + (options.Value.SendTimeout * 2);
        // The first of each alert in one pass over what is open. To look for what is before each would be quadratic in a storm, of which the
        // planner's statistics know nothing yet.
        return await db.Database.SqlQuery<AlertNotice>(
            $"""
             WITH taken AS (
               UPDATE monitoring.alert_delivery SET attempts = attempts + 1, due_at = {next}
               WHERE id IN (
                 SELECT id FROM monitoring.alert_delivery
                 WHERE sent_at IS NULL AND given_up_at IS NULL AND due_at <= {now} AND id = ANY (ARRAY(
                   SELECT id FROM (
                     SELECT DISTINCT ON (alert_id) id, due_at FROM monitoring.alert_delivery
                     WHERE target = {target} AND sent_at IS NULL AND given_up_at IS NULL ORDER BY alert_id, id
                   ) AS next
                   WHERE due_at <= {now} ORDER BY id LIMIT {MostAtOnce}))
                 FOR UPDATE SKIP LOCKED)
               RETURNING id, alert_id, news
             )
             SELECT taken.id AS delivery_id, alert_id, news, code, severity, subject, text, count,
               first_seen_at, last_seen_at, resolved_at, resolved_by, resolution
             FROM taken JOIN monitoring.alert ON alert.id = alert_id ORDER BY taken.id
             """).ToListAsync(cancellationToken);
    }

    /// <summary>The target has taken them.</summary>
    public Task NoteSentAsync(IReadOnlyList<AlertNotice> notices, CancellationToken cancellationToken)
        => db.Database.ExecuteSqlAsync(
            $"UPDATE monitoring.alert_delivery SET sent_at = {clock.GetUtcNow()}, last_error = NULL WHERE id = ANY ({Ids(notices)})", cancellationToken);

    /// <summary>The attempt was broken off; another may begin at once.</summary>
    public Task ReleaseAsync(IReadOnlyList<AlertNotice> notices, CancellationToken cancellationToken)
        => db.Database.ExecuteSqlAsync($"UPDATE monitoring.alert_delivery SET due_at = {clock.GetUtcNow()} WHERE id = ANY ({Ids(notices)})", cancellationToken);

    /// <summary>The attempt failed: another one follows after a pause that doubles each time, unless it has been tried for too long.</summary>
    /// <returns>How many are given up.</returns>
    public async Task<int> NoteFailureAsync(IReadOnlyList<AlertNotice> notices, string reason, TimeSpan? retryAfter, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var least = retryAfter is { } asked ? asked < LongestPause ? asked : LongestPause : TimeSpan.Zero;
        var givenUp = await db.Database.SqlQuery<bool>(
            $"""
             UPDATE monitoring.alert_delivery
             SET last_error = {reason}, due_at = {now} + greatest({least}, least({LongestPause}, {FirstPause} * power(2, least(attempts, 20) - 1))),
               given_up_at = CASE WHEN created_at <= {now - options.Value.GiveUpAfter} THEN {now} END
             WHERE id = ANY ({Ids(notices)})
             RETURNING given_up_at IS NOT NULL AS "Value"
             """).ToListAsync(cancellationToken);
        return givenUp.Count(given => given);
    }

    private static long[] Ids(IReadOnlyList<AlertNotice> notices) => [.. notices.Select(notice => notice.DeliveryId)];
}
