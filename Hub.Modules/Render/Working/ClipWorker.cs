using Hub.Contracts.Engine;
using Hub.Contracts.Render;
using Hub.Modules.Kernel;
using Hub.Modules.Render.Clips;
using Hub.Modules.Render.Engines;
using Hub.Modules.Render.Fitness;
using Hub.Modules.Render.Leases;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Hub.Modules.Render.Working;

/// <summary>Works a ticket off: claim, render, finish the file, store the result; or end the claim and say why.</summary>
internal sealed partial class ClipWorker(
    ClaimKeeper claims,
    LeaseKeeper leases,
    ClipPlanner planner,
    EnginePool engines,
    WorkerFitness fitness,
    IHostApplicationLifetime lifetime,
    TimeProvider clock,
    ILogger<ClipWorker> logger)
{
    private static readonly TimeSpan TimeForSignals = TimeSpan.FromMilliseconds(300);

    // Some brokers take a ticket that is held for half an hour for lost, and its consumer for dead.
    private static readonly TimeSpan LongestHold = TimeSpan.FromMinutes(10);

    /// <param name="ticket">The ticket.</param>
    /// <param name="progress">Told (frames done, frames in total).</param>
    /// <param name="cancellationToken">Ends the wait for the claim, not the work.</param>
    public async Task WorkAsync(ExecuteRender ticket, Action<int, int> progress, CancellationToken cancellationToken)
    {
        await leases.WhenKnownAsync(cancellationToken);
        if (lifetime.ApplicationStopping.IsCancellationRequested)
        {
            // The ticket is issued anew when this process is gone.
            return;
        }

        if (!await fitness.IsFitAsync(cancellationToken))
        {
            await claims.GiveAwayAsync(ticket, cancellationToken);
            await fitness.WhenFitAsync(LongestHold, lifetime.ApplicationStopping);
            if (!fitness.IsFit || lifetime.ApplicationStopping.IsCancellationRequested)
            {
                return;
            }
        }

        var askedAt = clock.GetTimestamp();
        if (await claims.TryTakeAsync(ticket, cancellationToken) is not { } claim)
        {
            TicketDropped(logger, ticket.InstructionId, ticket.Attempt);
            return;
        }

        KillPoint.Pass("claimed");
        using var held = leases.Hold(claim.ClaimId, askedAt);
        ClipFiles? files = null;
        FinishedClip clip;
        try
        {
            var plan = planner.Plan(claim);
            files = plan.Files;
            clip = await RenderAsync(plan, held, progress);
        }
        catch (Exception exception)
        {
            await EndAsync(claim, held, files, exception);
            return;
        }

        held.Settle();
        await claims.CompleteAsync(claim, clip, files);
    }

    private async Task<FinishedClip> RenderAsync(ClipPlan plan, HeldClaim held, Action<int, int> progress)
    {
        using var room = fitness.RoomFor(plan.Clip);
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(held.Lost, lifetime.ApplicationStopping);
        var rendered = await engines.RenderAsync(plan.Engine, plan.Clip, plan.TimeLimit, progress, ending.Token);
        return await plan.Files.FinishAsync(plan.Clip, rendered, ending.Token);
    }

    private async Task EndAsync(Claim claim, HeldClaim held, ClipFiles? files, Exception exception)
    {
        var isGivenBack = exception is OperationCanceledException || (exception is EngineEndedException && await IsStoppingSoonAsync());
        var mayBeSurroundings = !held.IsTaken && !isGivenBack && exception is not RenderEngineException { IsFinal: true };
        var fault = mayBeSurroundings ? await fitness.ExplainAsync(exception, lifetime.ApplicationStopping) : null;
        await (files?.DeleteAsync() ?? Task.CompletedTask);
        if (held.IsTaken)
        {
            // Whoever took the claim decides.
            return;
        }

        held.Settle();
        if (isGivenBack || fault is not null)
        {
            await claims.HandBackAsync(claim, fault?.Text);
            return;
        }

        AttemptFailed(logger, claim.InstructionId, claim.Attempt, exception);
        await claims.FailAsync(claim, exception);
    }

    /// <summary>A signal to stop may reach the engine's process a moment before it reaches this one.</summary>
    private async Task<bool> IsStoppingSoonAsync()
    {
        await Task.Delay(TimeForSignals, clock, lifetime.ApplicationStopping).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        return lifetime.ApplicationStopping.IsCancellationRequested;
    }

    [LoggerMessage(Level = LogLevel.Debug, Message = "Ticket for instruction {InstructionId}, attempt {Attempt}, is not wanted any more")]
    private static partial void TicketDropped(ILogger logger, long instructionId, long attempt);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Instruction {InstructionId}, attempt {Attempt}, failed")]
    private static partial void AttemptFailed(ILogger logger, long instructionId, long attempt, Exception exception);
}
