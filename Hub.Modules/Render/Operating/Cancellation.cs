using Hub.Contracts.Render;
using Hub.Modules.Render.Dispatching;
using Hub.Modules.Render.Domain;
using Hub.Modules.Render.Leases;
using Hub.Modules.Render.Persistence;
using Hub.Modules.Render.Requests;
using Hub.Modules.Render.TimeLimits;
using Hub.Modules.Render.Tracking;
using MassTransit;

namespace Hub.Modules.Render.Operating;

/// <summary>
/// Cancels an open instruction. It races with claims, results and verdicts for the row: the first commit wins, and whoever is second sees
/// what the first has done.
/// </summary>
internal sealed class Cancellation(RenderDbContext db, IPublishEndpoint events, AttemptTimer timer, TicketDispatcher dispatcher, TimeProvider clock)
{
    /// <param name="id">Instruction.</param>
    /// <param name="by">Login of the operator.</param>
    /// <param name="reason">Why; null when he did not say.</param>
    /// <param name="cancellationToken">Ends the wait for the row.</param>
    public async Task<ActOutcome> CancelAsync(int id, string by, string? reason, CancellationToken cancellationToken)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        if (await db.LockAsync(id, cancellationToken) is not { } instruction)
            return ActOutcome.NotFound;
        if (instruction.Status == RenderStatus.Cancelled)
            return new ActOutcome(instruction.Status);
        if (instruction.Status is not (RenderStatus.Pending or RenderStatus.Processing))
            return new ActOutcome(instruction.Status, $"Instruction {id} is {instruction.Status} already; only what waits or is being rendered can be cancelled.");

        var wasRunning = instruction.Status == RenderStatus.Processing;
        if (wasRunning)
        {
            await db.EndClaimAsync(instruction, cancellationToken);
            if (instruction.ClaimId is { } claimId)
                await timer.CancelAsync(claimId, cancellationToken);
        }

        instruction.Status = RenderStatus.Cancelled;
        instruction.ErrorMessage = StoredText.Of(reason is null ? $"Cancelled by {by}." : $"Cancelled by {by}: {reason}");
        instruction.End(clock.GetUtcNow());
        await events.Publish(
            new RenderCancelled { InstructionId = id, TemplateName = instruction.TemplateName, WasRunning = wasRunning, By = by, Reason = reason }, cancellationToken);
        await dispatcher.FillWindowAsync(cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        // A commit that has begun is not cancelled: nobody would know its outcome.
        await transaction.CommitAsync(CancellationToken.None);
        return new ActOutcome(instruction.Status);
    }
}
