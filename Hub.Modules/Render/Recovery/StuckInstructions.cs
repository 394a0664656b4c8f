using Hub.Contracts.Monitoring;
using Hub.Contracts.Render;
using Hub.Modules.Render.Dispatching;
using Hub.Modules.Render.Domain;
using Hub.Modules.Render.Leases;
using Hub.Modules.Render.Persistence;
using Hub.Modules.Render.TimeLimits;
using Hub.Modules.Render.Tracking;
using MassTransit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Hub.Modules.Render.Recovery;

/// <summary>
/// Instructions in processing for longer than they may be, by a minute, with nobody alive behind them: a v1 worker that died, or a loss that was
/// noticed and never judged. A v1 worker's is charged like a clip that took too long, our own like a lost worker.
/// </summary>
internal sealed class StuckInstructions(
    RenderDbContext db, IPublishEndpoint events, AttemptLimits limits, AttemptTimer timer, TicketDispatcher dispatcher, IOptions<RenderOptions> options, TimeProvider clock)
{
    private const int BatchSize = 100;
    private static readonly TimeSpan Grace = TimeSpan.FromMinutes(1);

    /// <summary>Takes some back. Each is taken by one of several reapers.</summary>
    /// <returns>How many; 0 when none is left.</returns>
    public async Task<int> ReapAsync(CancellationToken cancellationToken)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var stuck = await LockAsync(cancellationToken);
        foreach (var instruction in stuck)
        {
            await db.EndClaimAsync(instruction, cancellationToken);
            if (instruction.ClaimId is { } claimId)
            {
                await timer.CancelAsync(claimId, cancellationToken);
            }

            TakeBack(instruction);
            await AnnounceAsync(instruction, cancellationToken);
        }

        if (stuck.Count > 0)
        {
            await dispatcher.FillWindowAsync(cancellationToken);
            await db.SaveChangesAsync(cancellationToken);
            await transaction.CommitAsync(CancellationToken.None);
        }

        return stuck.Count;
    }

    private async Task<List<RenderInstruction>> LockAsync(CancellationToken cancellationToken)
    {
        var templates = await db.Instructions.Where(instruction => instruction.Status == RenderStatus.Processing)
            .Select(instruction => instruction.TemplateName).Distinct().ToArrayAsync(cancellationToken);
        var patience = Array.ConvertAll(templates, template => limits.Of(template) + Grace);
        return await db.Instructions.FromSql(
            $"""
             SELECT stuck.* FROM public.render_instructions AS stuck JOIN unnest({templates}, {patience}) AS own (template, patience) ON template = template_name
             WHERE status = 'processing' AND coalesce(started_at, owned_at, created_at, '-infinity') < clock_timestamp() - patience
               AND NOT EXISTS (SELECT FROM render.lease WHERE instruction_id = stuck.id AND expires_at >= clock_timestamp())
             ORDER BY stuck.id
             LIMIT {BatchSize}
             FOR NO KEY UPDATE OF stuck SKIP LOCKED
             """).ToListAsync(cancellationToken);
    }

    private void TakeBack(RenderInstruction instruction)
    {
        var now = clock.GetUtcNow();
        var isExternal = instruction.ClaimId is null;
        var wantedSince = instruction.StartedAt ?? instruction.OwnedAt ?? instruction.CreatedAt ?? now;
        var mayTryAgain = isExternal ? instruction.HasRetries() : instruction.LostWorkers < Transitions.MostLostWorkers;
        if (isExternal)
            instruction.ErrorMessage = $"It has been in processing since {wantedSince:u} without an end, by a program other than the hub.";
        else
            instruction.CountLoss("Its worker is gone, and nobody had taken note.");

        if (instruction.IsWithdrawn)
        {
            instruction.Status = RenderStatus.Cancelled;
            instruction.Withdraw(now);
        }
        else if (!mayTryAgain && !instruction.IsRevised())
        {
            instruction.Status = RenderStatus.Failed;
            instruction.End(now);
        }
        else
        {
            instruction.Status = RenderStatus.Pending;
            if (isExternal)
                instruction.Charge(now);
            else
                instruction.ReleaseOfLost(now);
            instruction.TakeLatest();
            // What somebody wanted long ago, another show may not want.
            if (isExternal && wantedSince < now - TimeSpan.FromHours(options.Value.AdoptHours))
                instruction.NotBefore = Held.Until;
        }

        (instruction.Owner, instruction.OwnedAt) = (null, null);
    }

    private async Task AnnounceAsync(RenderInstruction instruction, CancellationToken cancellationToken)
    {
        if (instruction.Status == RenderStatus.Failed)
        {
            await events.Publish(
                new RenderFailed { InstructionId = instruction.Id, Attempt = instruction.Attempt, TemplateName = instruction.TemplateName, Reason = instruction.ErrorMessage! }, cancellationToken);
        }

        if (instruction.Status == RenderStatus.Cancelled)
        {
            await events.Publish(
                new RenderCancelled { InstructionId = instruction.Id, TemplateName = instruction.TemplateName, WasRunning = true, Reason = instruction.ErrorMessage }, cancellationToken);
        }

        await events.Publish(
            new AlertRaised
            {
                Code = AlertCodes.RenderReaped,
                Severity = AlertSeverity.Warning,
                Subject = instruction.TemplateName,
                Text = $"Instruction {instruction.Id} was in processing for too long with no worker alive behind it. It is {(instruction.IsHeld() ? "held until somebody replays it" : instruction.Status)} now. {instruction.ErrorMessage}",
                OccurredAt = clock.GetUtcNow(),
            },
            cancellationToken);
    }
}
