using Hub.Modules.Render.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Hub.Modules.Render.Dispatching;

/// <summary>Takes tickets back from those that would not have got them if the choice were made now.</summary>
internal sealed class OutrankedTickets(RenderDbContext db, TimeProvider clock)
{
    /// <summary>
    /// Recalls the tickets of all that come after the first that waits without one; filling the window then issues as many in the right
    /// order. Some go out again to whom they were taken from: that costs an attempt number and nothing else. A ticket that is being claimed
    /// stays.
    /// </summary>
    /// <returns>How many.</returns>
    public Task<int> RecallAsync(CancellationToken cancellationToken)
        => db.Database.ExecuteSqlAsync(
            $"""
             WITH first AS (
               SELECT is_backlog, priority, created_at, id FROM public.render_instructions
               WHERE status = 'pending' AND dispatched_at IS NULL AND (not_before IS NULL OR not_before <= {clock.GetUtcNow()})
               ORDER BY is_backlog, priority, created_at, id
               LIMIT 1
             ), outranked AS (
               SELECT holder.id FROM public.render_instructions holder, first
               WHERE holder.status = 'pending' AND holder.dispatched_at IS NOT NULL
                 AND (holder.is_backlog, coalesce(holder.priority, 11), coalesce(holder.created_at, 'infinity'), holder.id)
                   > (first.is_backlog, coalesce(first.priority, 11), coalesce(first.created_at, 'infinity'), first.id)
               ORDER BY holder.id
               FOR NO KEY UPDATE OF holder SKIP LOCKED
             )
             UPDATE public.render_instructions SET dispatched_at = NULL WHERE id IN (SELECT id FROM outranked)
             """,
            cancellationToken);
}
