using Hub.Contracts.Monitoring;
using Hub.Modules.Render.Fitness;
using Hub.Modules.Render.Persistence;
using Hub.Modules.Render.Watching;
using Microsoft.EntityFrameworkCore;

namespace Hub.Modules.Render.Recovery;

/// <summary>
/// Tells of machines whose worker is lost, and that one is back: of several workers of a machine, the first that starts anew. In the
/// caller's transaction, who saves.
/// </summary>
internal sealed class WorkerAlerts(RenderDbContext db, StandingAlerts alerts, TimeProvider clock)
{
    /// <summary>To be called before the worker's row is removed.</summary>
    /// <param name="worker">Who is gone.</param>
    /// <param name="claims">Clips that it had in hand.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public async Task NoteLossAsync(DepartedWorker worker, int claims, CancellationToken cancellationToken)
    {
        var known = await db.Workers.AsNoTracking().SingleOrDefaultAsync(row => row.Id == worker.Id, cancellationToken);
        // Whatever was wrong with its disk or memory, it can no longer tell that it is over.
        if (known is { Trouble: not null })
            await ResolveTroubleAsync(worker, cancellationToken);
        // One that said that it stops is not lost; one that was gone before, with nothing in hand, is how every start after a kill begins.
        if (known is { LeftAt: null } && (worker.WasSeen || claims > 0))
            await RaiseLossAsync(worker, known, claims, cancellationToken);
    }

    /// <summary>Looks whether a worker has started on a machine since one was lost there.</summary>
    public async Task NoteReturnsAsync(CancellationToken cancellationToken)
    {
        var back = await db.Database.SqlQuery<string>(
            $"""
             DELETE FROM render.standing_alert AS lost
             WHERE code = {AlertCodes.RenderWorkerLost}
               AND EXISTS (SELECT FROM render.worker WHERE split_part(name, '/', 1) = lost.subject AND started_at > lost.since)
             RETURNING subject AS "Value"
             """).ToListAsync(cancellationToken);
        await alerts.ResolveAsync(AlertCodes.RenderWorkerLost, back, "A worker of this machine is at work again.", cancellationToken);
    }

    private async Task ResolveTroubleAsync(DepartedWorker worker, CancellationToken cancellationToken)
    {
        foreach (var code in FitnessRecord.Codes)
            await alerts.ResolveAsync(code, [worker.Name], "The worker is gone.", cancellationToken);
    }

    private async Task RaiseLossAsync(DepartedWorker worker, KnownWorker known, int claims, CancellationToken cancellationToken)
    {
        var raised = new AlertRaised
        {
            Code = AlertCodes.RenderWorkerLost,
            Severity = AlertSeverity.Warning,
            Subject = MachineOf(worker.Name),
            Text = $"Worker {worker.Name} died or can no longer be reached. The {claims} clips that it had in hand go to other workers; nothing is lost. Start it again, or look at the machine.",
            OccurredAt = clock.GetUtcNow(),
        };
        await alerts.RaiseAsync(raised, known.LastSeenAt, cancellationToken);
        await NoteReturnsAsync(cancellationToken);
    }

    private static string MachineOf(string worker) => worker.Split('/')[0];
}
