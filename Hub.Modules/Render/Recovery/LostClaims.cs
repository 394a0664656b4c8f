using Hub.Contracts.Render;
using Hub.Modules.Kernel;
using Hub.Modules.Render.Dispatching;
using Hub.Modules.Render.Leases;
using Hub.Modules.Render.Persistence;
using Hub.Modules.Render.TimeLimits;
using MassTransit;
using Microsoft.EntityFrameworkCore;

namespace Hub.Modules.Render.Recovery;

/// <summary>Ends claims whose worker is gone or silent, and announces each, in one transaction. Several coordinators may do so at once.</summary>
internal sealed class LostClaims(RenderDbContext db, IPublishEndpoint events, AttemptTimer timer, TicketDispatcher dispatcher, WorkerAlerts alerts)
{
    /// <summary>When the server started, and every known worker with whether its presence lock is held.</summary>
    public async Task<(DateTimeOffset ServerStartedAt, List<WorkerSighting> Workers)> LookAsync(CancellationToken cancellationToken)
    {
        var serverStartedAt = await db.Database.SqlQuery<DateTimeOffset>($"SELECT pg_postmaster_start_time() AS \"Value\"").SingleAsync(cancellationToken);
        var workers = await db.Database.SqlQuery<WorkerSighting>(
            $"""
             SELECT id, name, EXISTS (
               SELECT FROM pg_locks
               WHERE locktype = 'advisory' AND classid = {PresenceLock.Class}::oid AND objid = worker.id::oid AND objsubid = 2 AND granted
                 AND database = (SELECT oid FROM pg_database WHERE datname = current_database())) AS is_present
             FROM render.worker
             """).ToListAsync(cancellationToken);
        return (serverStartedAt, workers);
    }

    /// <summary>Ends the claims of a worker whose process is gone, and recalls the tickets that may have died with it.</summary>
    /// <returns>How many claims; null when the worker is back or another coordinator is at it.</returns>
    public async Task<int?> EndAsync(DepartedWorker worker, CancellationToken cancellationToken)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var isGone = await db.Database.SqlQuery<bool>($"SELECT pg_try_advisory_xact_lock({PresenceLock.Class}, {worker.Id}) AS \"Value\"").SingleAsync(cancellationToken);
        if (!isGone)
        {
            return null;
        }

        // Rows before leases, as everybody does who locks both. A lease that somebody holds is being ended by him, or runs out.
        await dispatcher.RecallTicketsAsync(TimeSpan.Zero, cancellationToken);
        var lost = await db.Database.SqlQuery<LostClaim>(
            $"""
             WITH ended AS (
               DELETE FROM render.lease
               WHERE claim_id IN (SELECT claim_id FROM render.lease WHERE worker_id = {worker.Id} FOR UPDATE SKIP LOCKED)
               RETURNING *
             ), noted AS (
               INSERT INTO render.abandoned_claim (claim_id) SELECT claim_id FROM ended
             )
             SELECT ended.claim_id, ended.attempt, instruction_id, correlation_id, coalesce(worker, '') AS worker
             FROM ended JOIN public.render_instructions instruction ON instruction.id = ended.instruction_id
             """).ToListAsync(cancellationToken);
        await alerts.NoteLossAsync(worker, lost.Count, cancellationToken);
        await db.Workers.Where(known => known.Id == worker.Id).ExecuteDeleteAsync(cancellationToken);
        await AnnounceAsync(lost, worker.WasSeen, $"Worker {worker.Name} is gone.", cancellationToken);
        await dispatcher.FillWindowAsync(cancellationToken);
        KillPoint.Pass("claims-ended");
        await transaction.CommitAsync(CancellationToken.None);
        return lost.Count;
    }

    /// <summary>A worker has started that was not there before.</summary>
    public async Task WelcomeAsync(CancellationToken cancellationToken)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await alerts.NoteReturnsAsync(cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(CancellationToken.None);
    }

    /// <summary>Ends the claims whose lease has run out by the database's clock.</summary>
    /// <returns>How many.</returns>
    public async Task<int> EndExpiredAsync(CancellationToken cancellationToken)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var lost = await db.Database.SqlQuery<LostClaim>(
            $"""
             WITH ended AS (
               DELETE FROM render.lease
               WHERE claim_id IN (SELECT claim_id FROM render.lease WHERE expires_at < clock_timestamp() FOR UPDATE SKIP LOCKED)
               RETURNING *
             ), noted AS (
               INSERT INTO render.abandoned_claim (claim_id) SELECT claim_id FROM ended
             )
             SELECT ended.claim_id, ended.attempt, instruction_id, correlation_id, coalesce(worker, '') AS worker
             FROM ended JOIN public.render_instructions instruction ON instruction.id = ended.instruction_id
             """).ToListAsync(cancellationToken);
        if (lost.Count > 0)
        {
            await AnnounceAsync(lost, isCharged: true, "Its worker has not renewed the lease in time.", cancellationToken);
            await db.SaveChangesAsync(cancellationToken);
            await transaction.CommitAsync(CancellationToken.None);
        }

        return lost.Count;
    }

    private async Task AnnounceAsync(IEnumerable<LostClaim> claims, bool isCharged, string reason, CancellationToken cancellationToken)
    {
        foreach (var claim in claims)
        {
            await events.Publish(
                new RenderAttemptLost
                {
                    CorrelationId = claim.CorrelationId,
                    InstructionId = claim.InstructionId,
                    Attempt = claim.Attempt,
                    ClaimId = claim.ClaimId,
                    Worker = claim.Worker,
                    IsCharged = isCharged,
                    Reason = reason,
                },
                cancellationToken);
            await timer.CancelAsync(claim.ClaimId, cancellationToken);
        }
    }
}
