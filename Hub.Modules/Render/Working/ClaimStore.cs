using Hub.Contracts.Render;
using Hub.Modules.Kernel;
using Hub.Modules.Render.Clips;
using Hub.Modules.Render.Dispatching;
using Hub.Modules.Render.Leases;
using Hub.Modules.Render.Persistence;
using Hub.Modules.Render.TimeLimits;
using MassTransit;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace Hub.Modules.Render.Working;

/// <summary>
/// Takes claims and ends them, each in a short transaction of its own. Every statement names the claim, so that whoever has lost it
/// changes nothing.
/// </summary>
internal sealed class ClaimStore(RenderDbContext db, IPublishEndpoint events, AttemptTimer timer, TicketDispatcher dispatcher, WorkerIdentity worker)
{
    /// <returns>The claim, or null when that attempt is no longer wanted or someone else has it.</returns>
    public async Task<Claim?> TryTakeAsync(ExecuteRender ticket, Guid claimId, CancellationToken cancellationToken)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var claimed = await db.Database.SqlQuery<Claim>(
            $"""
             WITH claimed AS (
               UPDATE public.render_instructions
               SET status = 'processing', claim_id = {claimId}, worker = {worker.Name}, started_at = clock_timestamp(), owner = NULL, owned_at = NULL
               WHERE id = {ticket.InstructionId} AND attempt = {ticket.Attempt} AND status = 'pending' AND dispatched_at IS NOT NULL
               RETURNING *
             ), leased AS (
               INSERT INTO render.lease (claim_id, instruction_id, attempt, worker_id, expires_at)
               SELECT claim_id, id, attempt, {worker.Id}, clock_timestamp() + {worker.Lease} FROM claimed
             )
             SELECT claim_id, id AS instruction_id, attempt, correlation_id, template_name, layer_data_json, output_settings_json, output_path, output_filename
             FROM claimed
             """).ToListAsync(cancellationToken);
        if (claimed is not [var claim])
        {
            return null;
        }

        await events.Publish(new RenderStarted { InstructionId = claim.InstructionId, Attempt = claim.Attempt, TemplateName = claim.TemplateName, Worker = worker.Name }, cancellationToken);
        await timer.SetAsync(claim, worker.Name, cancellationToken);
        await SaveAndCommitAsync(transaction, cancellationToken);
        return claim;
    }

    /// <summary>The claim of an earlier try whose answer was lost; null when that try came to nothing.</summary>
    public async Task<Claim?> FindTakenAsync(ExecuteRender ticket, Guid claimId, CancellationToken cancellationToken)
        => (await db.Database.SqlQuery<Claim>(
            $"""
             SELECT claim_id, id AS instruction_id, attempt, correlation_id, template_name, layer_data_json, output_settings_json, output_path, output_filename
             FROM public.render_instructions WHERE id = {ticket.InstructionId} AND claim_id = {claimId} AND status = 'processing'
             """).ToListAsync(cancellationToken)).SingleOrDefault();

    /// <summary>Takes a ticket back that this worker cannot use, and issues it anew.</summary>
    public async Task GiveAwayAsync(ExecuteRender ticket, CancellationToken cancellationToken)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await db.Database.ExecuteSqlAsync(
            $"""
             UPDATE public.render_instructions SET dispatched_at = NULL
             WHERE id = {ticket.InstructionId} AND attempt = {ticket.Attempt} AND status = 'pending' AND dispatched_at IS NOT NULL
             """,
            cancellationToken);
        await dispatcher.FillWindowAsync(cancellationToken);
        await SaveAndCommitAsync(transaction, cancellationToken);
    }

    /// <summary>Stores the result. Calling it again after an unknown outcome is safe.</summary>
    /// <returns>False when the claim was lost: the clip is refused.</returns>
    public async Task<bool> CompleteAsync(Claim claim, FinishedClip clip, CancellationToken cancellationToken)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var accepted = await db.Database.ExecuteSqlAsync(
            $"""
             UPDATE public.render_instructions
             SET status = 'completed', completed_at = clock_timestamp(), error_message = NULL
             WHERE id = {claim.InstructionId} AND attempt = {claim.Attempt} AND claim_id = {claim.ClaimId} AND status = 'processing'
             """,
            cancellationToken);
        if (accepted == 0)
        {
            // Refused, unless it is the second try of a commit whose answer was lost.
            return await db.Outputs.AnyAsync(output => output.ClaimId == claim.ClaimId, cancellationToken);
        }

        // In this order: a coordinator that just gave the claim up has by then committed both.
        await db.Leases.Where(lease => lease.ClaimId == claim.ClaimId).ExecuteDeleteAsync(cancellationToken);
        await db.AbandonedClaims.Where(abandoned => abandoned.ClaimId == claim.ClaimId).ExecuteDeleteAsync(cancellationToken);
        var output = clip.ToOutput(claim, worker.Name);
        db.Outputs.Add(output);
        await db.SaveChangesAsync(cancellationToken);
        await events.Publish(
            new RenderCompleted
            {
                InstructionId = claim.InstructionId,
                OutputId = output.Id,
                Attempt = claim.Attempt,
                TemplateName = claim.TemplateName,
                Worker = worker.Name,
                Frames = clip.Frames,
            },
            cancellationToken);
        await timer.CancelAsync(claim.ClaimId, cancellationToken);
        await dispatcher.FillWindowAsync(cancellationToken);
        KillPoint.Pass("before-commit");
        await SaveAndCommitAsync(transaction, cancellationToken);
        return true;
    }

    /// <summary>Ends the claim without a clip. What that means for the instruction is for the coordinator to judge.</summary>
    /// <param name="claim">The claim to end.</param>
    /// <param name="message"><see cref="RenderAttemptFailed"/> or <see cref="RenderHandedBack"/>.</param>
    /// <param name="cancellationToken">Ends the attempt to do so.</param>
    /// <returns>False when the claim had ended already.</returns>
    public async Task<bool> GiveUpAsync(Claim claim, object message, CancellationToken cancellationToken)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        if (await db.Leases.Where(lease => lease.ClaimId == claim.ClaimId).ExecuteDeleteAsync(cancellationToken) == 0)
        {
            return false;
        }

        db.AbandonedClaims.Add(new AbandonedClaim { ClaimId = claim.ClaimId });
        await events.Publish(message, message.GetType(), cancellationToken);
        await timer.CancelAsync(claim.ClaimId, cancellationToken);
        await SaveAndCommitAsync(transaction, cancellationToken);
        return true;
    }

    private async Task SaveAndCommitAsync(IDbContextTransaction transaction, CancellationToken cancellationToken)
    {
        await db.SaveChangesAsync(cancellationToken);
        // A commit that has begun is not cancelled: nobody would know its outcome.
        await transaction.CommitAsync(CancellationToken.None);
    }
}
