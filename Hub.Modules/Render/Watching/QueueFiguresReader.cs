using Hub.Modules.Render.Domain;
using Hub.Modules.Render.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Hub.Modules.Render.Watching;

/// <summary>Counts instructions for the rules; v1 clients' rows like all others.</summary>
internal sealed class QueueFiguresReader(RenderDbContext db, IOptions<QueueAlertOptions> options, TimeProvider clock)
{
    private const int HoursCompared = 24;
    private static readonly TimeSpan Briefly = TimeSpan.FromMinutes(1);

    /// <summary>What is not to go out before is held until a person decides, and does not wait for a worker.</summary>
    private static readonly TimeSpan Held = TimeSpan.FromDays(1);

    public async Task<QueueFigures> ReadAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var pending = db.Instructions.AsNoTracking()
            .Where(instruction => instruction.Status == RenderStatus.Pending && (instruction.NotBefore == null || instruction.NotBefore < now + Held));
        var overdue = pending.Where(instruction => !instruction.IsBacklog && instruction.CreatedAt < now - TimeSpan.FromMinutes(options.Value.PendingMinutes));
        var oldest = await overdue.OrderBy(instruction => instruction.CreatedAt)
            .Select(instruction => new { instruction.Id, instruction.TemplateName, instruction.CreatedAt }).FirstOrDefaultAsync(cancellationToken);
        return new QueueFigures(
            oldest is null ? WaitingWork.None : new WaitingWork(await overdue.CountAsync(cancellationToken), oldest.Id, oldest.TemplateName, oldest.CreatedAt!.Value),
            await pending.CountAsync(instruction => instruction.CreatedAt < now - Briefly, cancellationToken),
            await HoursAsync(now, cancellationToken));
    }

    private Task<List<HourOfWork>> HoursAsync(DateTimeOffset now, CancellationToken cancellationToken)
        => db.Database.SqlQuery<HourOfWork>(
            $"""
             SELECT floor(extract(epoch FROM {now} - completed_at) / 3600)::int AS hours_ago,
               (count(*) FILTER (WHERE status = 'completed'))::int AS completed, (count(*) FILTER (WHERE status IN ('failed', 'timed_out')))::int AS failed
             FROM public.render_instructions
             WHERE status IN ('completed', 'failed', 'timed_out') AND completed_at > {now - TimeSpan.FromHours(HoursCompared + 1)} AND completed_at <= {now}
             GROUP BY hours_ago
             """).ToListAsync(cancellationToken);
}
