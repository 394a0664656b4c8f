using Hub.Modules.Render.Clips;
using Hub.Modules.Render.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Hub.Modules.Render.Retention;

/// <summary>
/// Marks clips that are on air, or held for it: such a clip is never removed, and its copy never replaced. The mark and the removal are
/// both conditional updates of one row: whichever commits first wins, and files go only after the removal has.
/// </summary>
internal sealed class OnAirMark(RenderDbContext db)
{
    /// <param name="id">The output.</param>
    /// <param name="onAir">Marked, or not any more. Saying the same again changes nothing.</param>
    /// <param name="by">Login.</param>
    /// <param name="cancellationToken">Ends the attempt.</param>
    public async Task<MarkOutcome> SetAsync(int id, bool onAir, string by, CancellationToken cancellationToken)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        if (await db.Outputs.AsNoTracking().SingleOrDefaultAsync(output => output.Id == id, cancellationToken) is not { } known)
        {
            return MarkOutcome.NotFound;
        }

        if (known.PublishPath is { } copy)
        {
            await CopyLock.TakeAsync(db, copy, cancellationToken);
        }

        var marked = onAir
            ? await db.Database.ExecuteSqlAsync($"UPDATE public.render_outputs SET on_air_at = coalesce(on_air_at, clock_timestamp()), on_air_by = coalesce(on_air_by, {by}) WHERE id = {id} AND removed_at IS NULL", cancellationToken)
            : await db.Database.ExecuteSqlAsync($"UPDATE public.render_outputs SET on_air_at = NULL, on_air_by = NULL WHERE id = {id} AND removed_at IS NULL", cancellationToken);
        await transaction.CommitAsync(CancellationToken.None);
        return marked == 0 ? MarkOutcome.Removed : MarkOutcome.Done;
    }
}
