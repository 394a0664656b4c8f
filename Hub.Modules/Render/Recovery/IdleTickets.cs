using Hub.Modules.Render.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Hub.Modules.Render.Recovery;

/// <summary>
/// Notices tickets that were lost on their way: a slot stays free although tickets wait. Rests on no transport's promises, so it
/// also covers a flushed broker.
/// </summary>
internal sealed class IdleTickets(RenderDbContext db)
{
    /// <summary>A ticket that has been out for so long would have been taken if a slot was free.</summary>
    public static readonly TimeSpan Age = TimeSpan.FromSeconds(10);

    /// <summary>True when a slot is free now and a ticket has been out for <see cref="Age"/>.</summary>
    public Task<bool> AreThereAsync(CancellationToken cancellationToken)
        => db.Database.SqlQuery<bool>(
            $"""
             SELECT (SELECT coalesce(sum(slots), 0) FROM render.worker) > (SELECT count(*) FROM render.lease)
               AND EXISTS (
                 SELECT FROM public.render_instructions
                 WHERE status = 'pending' AND dispatched_at <= clock_timestamp() - {Age}) AS "Value"
             """).SingleAsync(cancellationToken);
}
