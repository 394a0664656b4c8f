using Hub.Contracts.Render;
using Hub.Modules.Render.Dispatching;
using Hub.Modules.Render.Domain;
using Hub.Modules.Render.Persistence;
using MassTransit;
using Microsoft.EntityFrameworkCore;

namespace Hub.Modules.Render.Operating;

/// <summary>
/// Replays many dead letters with one statement. Unlike a single replay it looks at no template: what still cannot be rendered fails again,
/// at once and finally, as its worker finds out.
/// </summary>
internal sealed class BulkReplay(RenderDbContext db, IPublishEndpoint events, TicketDispatcher dispatcher)
{
    /// <summary>Most at a time.</summary>
    public const int Most = 500;

    /// <summary>Stands among the statuses for what is pending and held.</summary>
    public const string HeldStatus = "held";

    /// <param name="statuses">Statuses, and <see cref="HeldStatus"/>.</param>
    /// <param name="template">Only of this one; null: of all.</param>
    /// <param name="since">Only what has ended since, in UTC; null: all.</param>
    /// <param name="by">Login of the operator.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async Task<BulkReplayResult> ReplayAsync(string[] statuses, string? template, DateTimeOffset? since, string by, CancellationToken cancellationToken)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var replayed = await ReopenAsync(statuses, template, since, cancellationToken);
        foreach (var instruction in replayed)
        {
            await events.Publish(new RenderReplayed { InstructionId = instruction.Id, TemplateName = instruction.TemplateName, By = by }, cancellationToken);
        }

        var left = replayed.Count < Most ? 0 : await CountAsync(statuses, template, since, cancellationToken);
        await dispatcher.FillWindowAsync(cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(CancellationToken.None);
        return new BulkReplayResult(replayed.Count, left);
    }

    private Task<List<ReplayedInstruction>> ReopenAsync(string[] statuses, string? template, DateTimeOffset? since, CancellationToken cancellationToken)
        => db.Database.SqlQuery<ReplayedInstruction>(
            $"""
             WITH dead AS (
               SELECT id FROM public.render_instructions
               WHERE (status = ANY({statuses}) OR ({HeldStatus} = ANY({statuses}) AND status = 'pending' AND not_before = {Held.Until})) AND NOT is_withdrawn
                 AND ({template}::text IS NULL OR template_name = {template}) AND ({since}::timestamptz IS NULL OR coalesce(completed_at, created_at) >= {since})
               ORDER BY id
               LIMIT {Most}
               FOR NO KEY UPDATE SKIP LOCKED
             )
             UPDATE public.render_instructions AS instruction
             SET status = 'pending', retry_count = 0, lost_workers = 0, unfit_attempts = 0, error_message = NULL, started_at = NULL, completed_at = NULL, not_before = NULL,
               dispatched_at = NULL, claim_id = NULL, worker = NULL, owner = NULL, owned_at = NULL,
               layer_data_json = coalesce(latest_fields, layer_data_json), latest_fields = NULL, stale_at = NULL, stale_reason = NULL
             FROM dead
             WHERE instruction.id = dead.id
             RETURNING instruction.id, template_name
             """).ToListAsync(cancellationToken);

    private Task<long> CountAsync(string[] statuses, string? template, DateTimeOffset? since, CancellationToken cancellationToken)
        => db.Database.SqlQuery<long>(
            $"""
             SELECT count(*) AS "Value" FROM public.render_instructions
             WHERE (status = ANY({statuses}) OR ({HeldStatus} = ANY({statuses}) AND status = 'pending' AND not_before = {Held.Until})) AND NOT is_withdrawn
               AND ({template}::text IS NULL OR template_name = {template}) AND ({since}::timestamptz IS NULL OR coalesce(completed_at, created_at) >= {since})
             """).SingleAsync(cancellationToken);
}
