using Hub.Contracts.Monitoring;
using Hub.Modules.Monitoring.Alerts.Sending;
using Hub.Modules.Monitoring.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Hub.Modules.Monitoring.Alerts;

/// <summary>
/// Raises and ends alerts, and has their targets told, in the caller's transaction. Word of them may come in any order, several times and
/// on several hosts at once: who writes to a code and subject has it alone until the transaction ends, and a raise belongs to the alert
/// that was open when it occurred.
/// </summary>
internal sealed class AlertStore(MonitoringDbContext db, DeliveryQueue deliveries, IOptions<AlertOptions> options, TimeProvider clock)
{
    public async Task RaiseAsync(AlertRaised raised, CancellationToken cancellationToken)
    {
        var (code, subject) = Key(raised.Code, raised.Subject);
        await HaveAloneAsync(code, subject, cancellationToken);
        var (severity, text, at, now) = ((int)raised.Severity, AlertText.Words(raised.Text), raised.OccurredAt.ToUniversalTime(), clock.GetUtcNow());
        var open = await db.Database.SqlQuery<RaisedAlert>(
            $"""
             WITH known AS (
               SELECT severity, told_at FROM monitoring.alert WHERE code = {code} AND subject = {subject} AND resolved_at IS NULL
             ), over AS (
               UPDATE monitoring.alert
               SET count = count + 1, severity = greatest(severity, {severity}),
                 text = CASE WHEN count = 0 OR {at} >= last_seen_at THEN {text} ELSE text END,
                 first_seen_at = CASE WHEN count = 0 THEN {at} ELSE least(first_seen_at, {at}) END,
                 last_seen_at = CASE WHEN count = 0 THEN {at} ELSE greatest(last_seen_at, {at}) END
               WHERE id = (
                 SELECT id FROM monitoring.alert WHERE code = {code} AND subject = {subject} AND resolved_at >= {at} ORDER BY resolved_at LIMIT 1)
               RETURNING id
             ), raised AS (
               INSERT INTO monitoring.alert AS alert (code, subject, severity, text, first_seen_at, last_seen_at, count, told_at)
               SELECT {code}, {subject}, {severity}, {text}, {at}, {at}, 1, {now} WHERE NOT EXISTS (SELECT FROM over)
               ON CONFLICT (code, subject) WHERE resolved_at IS NULL DO UPDATE
               SET count = alert.count + 1, severity = greatest(alert.severity, excluded.severity),
                 text = CASE WHEN excluded.last_seen_at >= alert.last_seen_at THEN excluded.text ELSE alert.text END,
                 first_seen_at = least(alert.first_seen_at, excluded.first_seen_at),
                 last_seen_at = greatest(alert.last_seen_at, excluded.last_seen_at),
                 told_at = CASE WHEN alert.severity < excluded.severity OR alert.told_at <= {now - options.Value.RemindAfter} THEN excluded.told_at ELSE alert.told_at END
               RETURNING id, severity
             )
             SELECT id, severity, EXISTS (SELECT FROM known WHERE severity < {severity}) AS is_worse,
               NOT EXISTS (SELECT FROM known WHERE severity >= {severity} AND told_at > {now - options.Value.RemindAfter}) AS is_news
             FROM raised
             """).ToListAsync(cancellationToken);
        foreach (var alert in open.Where(alert => alert.IsNews))
            await deliveries.TellAsync(alert, code, subject, cancellationToken);
    }

    /// <summary>Ends the open alert, unless it was raised again after that.</summary>
    /// <returns>False when nothing was ended.</returns>
    public async Task<bool> ResolveAsync(AlertEnding ending, CancellationToken cancellationToken)
    {
        var (code, subject) = Key(ending.Code, ending.Subject);
        await HaveAloneAsync(code, subject, cancellationToken);
        var (text, at) = (AlertText.Words(ending.Text), ending.OccurredAt.ToUniversalTime());
        var ended = await db.Database.SqlQuery<long>(
            $"""
             UPDATE monitoring.alert SET resolved_at = {at}, resolved_by = {ending.By}, resolution = {text}
             WHERE code = {code} AND subject = {subject} AND resolved_at IS NULL AND last_seen_at <= {at}
             RETURNING id AS "Value"
             """).ToListAsync(cancellationToken);
        foreach (var id in ended)
            await deliveries.TellEndAsync(id, cancellationToken);

        return ended.Count > 0;
    }

    /// <summary>Ends an alert that somebody has dealt with, whenever it was raised last.</summary>
    public async Task CloseAsync(long id, string by, CancellationToken cancellationToken)
    {
        if (await db.Alerts.AsNoTracking().SingleOrDefaultAsync(alert => alert.Id == id && alert.ResolvedAt == null, cancellationToken) is not { } open)
            return;

        await HaveAloneAsync(open.Code, open.Subject, cancellationToken);
        var closed = await db.Database.ExecuteSqlAsync(
            $"UPDATE monitoring.alert SET resolved_at = greatest({clock.GetUtcNow()}, last_seen_at), resolved_by = {by} WHERE id = {id} AND resolved_at IS NULL", cancellationToken);
        if (closed > 0)
            await deliveries.TellEndAsync(id, cancellationToken);
    }

    /// <summary>
    /// Remembers an end that found no alert: what has ended may be heard of later. To be called after <see cref="ResolveAsync"/>, in the
    /// same transaction.
    /// </summary>
    public async Task RememberEndAsync(AlertEnding ending, CancellationToken cancellationToken)
    {
        var (code, subject) = Key(ending.Code, ending.Subject);
        var (text, at) = (AlertText.Words(ending.Text), ending.OccurredAt.ToUniversalTime());
        await db.Database.ExecuteSqlAsync(
            $"""
             INSERT INTO monitoring.alert (code, subject, severity, text, first_seen_at, last_seen_at, count, told_at, resolved_at, resolved_by, resolution)
             SELECT {code}, {subject}, 0, '', {at}, {at}, 0, {at}, {at}, {ending.By}, {text}
             WHERE NOT EXISTS (
               SELECT FROM monitoring.alert WHERE code = {code} AND subject = {subject} AND (resolved_at IS NULL OR resolved_at >= {at}))
             """, cancellationToken);
    }

    private static (string Code, string Subject) Key(string code, string subject)
        => (AlertText.Name(code, AlertText.LongestCode), AlertText.Name(subject, AlertText.LongestSubject));

    private Task<int> HaveAloneAsync(string code, string subject, CancellationToken cancellationToken)
        => db.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock(hashtextextended('hub alert ' || {code} || ' ' || {subject}, 0))", cancellationToken);
}
