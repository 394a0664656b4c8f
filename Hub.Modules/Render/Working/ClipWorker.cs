using Hub.Contracts.Engine;
using Hub.Contracts.Render;
using Hub.Modules.Render.Clips;
using Hub.Modules.Render.Engines;
using Hub.Modules.Render.Leases;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Hub.Modules.Render.Working;

/// <summary>Works a ticket off: claim, render, finish the file, store the result; or end the claim and say why.</summary>
internal sealed partial class ClipWorker(
    IServiceScopeFactory scopes,
    LeaseKeeper leases,
    ClipPlanner planner,
    EnginePool engines,
    WorkerIdentity worker,
    IHostApplicationLifetime lifetime,
    TimeProvider clock,
    ILogger<ClipWorker> logger)
{
    private static readonly TimeSpan TimeToEndClaim = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan TimeForSignals = TimeSpan.FromMilliseconds(300);
    private static readonly TimeSpan PauseBetweenTries = TimeSpan.FromMilliseconds(500);

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

        var askedAt = clock.GetTimestamp();
        var claimId = Guid.CreateVersion7();
        if (await InStoreAsync(store => store.TryTakeAsync(ticket, claimId, cancellationToken)) is not { } claim)
        {
            TicketDropped(logger, ticket.InstructionId, ticket.Attempt);
            return;
        }

        using var held = leases.Hold(claim.ClaimId, askedAt);
        await WorkAsync(claim, held, progress);
    }

    private async Task WorkAsync(Claim claim, HeldClaim held, Action<int, int> progress)
    {
        ClipFiles? files = null;
        try
        {
            using var ending = CancellationTokenSource.CreateLinkedTokenSource(held.Lost, lifetime.ApplicationStopping);
            var plan = planner.Plan(claim);
            files = plan.Files;
            var rendered = await engines.RenderAsync(plan.Engine, plan.Clip, progress, ending.Token);
            var clip = await plan.Files.FinishAsync(plan.Clip, rendered, ending.Token);
            held.Settle();
            await StoreAsync(claim, clip, plan.Files);
        }
        catch (OperationCanceledException) when (held.IsTaken)
        {
            files?.Delete();
        }
        catch (OperationCanceledException)
        {
            files?.Delete();
            await EndAsync(claim, held, HandedBack(claim));
        }
        catch (Exception exception)
        {
            files?.Delete();
            if (exception is EngineEndedException && await IsStoppingSoonAsync())
            {
                await EndAsync(claim, held, HandedBack(claim));
                return;
            }

            AttemptFailed(logger, claim.InstructionId, claim.Attempt, exception);
            await EndAsync(claim, held, Failed(claim, exception));
        }
    }

    /// <summary>A signal to stop may reach the engine's process a moment before it reaches this one.</summary>
    private async Task<bool> IsStoppingSoonAsync()
    {
        await Task.Delay(TimeForSignals, clock, lifetime.ApplicationStopping).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        return lifetime.ApplicationStopping.IsCancellationRequested;
    }

    private async Task StoreAsync(Claim claim, FinishedClip clip, ClipFiles files)
    {
        using var patience = new CancellationTokenSource(TimeToEndClaim, clock);
        if (!await TryUntilAsync(store => store.CompleteAsync(claim, clip, patience.Token), patience.Token))
        {
            ResultRefused(logger, claim.InstructionId, claim.Attempt, claim.ClaimId);
            files.Delete();
            return;
        }

        if (clip.PublishPath is not null)
        {
            await using var scope = scopes.CreateAsyncScope();
            await scope.ServiceProvider.GetRequiredService<ClipPublisher>().PublishAsync(patience.Token);
        }
    }

    private async Task EndAsync(Claim claim, HeldClaim held, object message)
    {
        held.Settle();
        using var patience = new CancellationTokenSource(TimeToEndClaim, clock);
        await TryUntilAsync(store => store.GiveUpAsync(claim, message, patience.Token), patience.Token);
    }

    /// <summary>Ending a claim is worth more than one try: the database may be restarting. Should it fail in the end, the lease runs out.</summary>
    private async Task<T> TryUntilAsync<T>(Func<ClaimStore, Task<T>> step, CancellationToken cancellationToken)
    {
        while (true)
        {
            try
            {
                return await InStoreAsync(step);
            }
            catch (Exception exception) when (exception is NpgsqlException or TimeoutException or IOException && !cancellationToken.IsCancellationRequested)
            {
                TriedAgain(logger, exception);
                await Task.Delay(PauseBetweenTries, clock, cancellationToken);
            }
        }
    }

    private async Task<T> InStoreAsync<T>(Func<ClaimStore, Task<T>> step)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await step(scope.ServiceProvider.GetRequiredService<ClaimStore>());
    }

    private RenderHandedBack HandedBack(Claim claim) => new()
    {
        CorrelationId = claim.CorrelationId,
        InstructionId = claim.InstructionId,
        Attempt = claim.Attempt,
        ClaimId = claim.ClaimId,
        Worker = worker.Name,
    };

    private RenderAttemptFailed Failed(Claim claim, Exception exception) => new()
    {
        CorrelationId = claim.CorrelationId,
        InstructionId = claim.InstructionId,
        Attempt = claim.Attempt,
        ClaimId = claim.ClaimId,
        Worker = worker.Name,
        Reason = exception is RenderEngineException or EngineEndedException or TimeoutException ? exception.Message : $"{exception.GetType().Name}: {exception.Message}",
        Kind = exception switch
        {
            RenderEngineException { IsFinal: true } => RenderFailureKind.Final,
            TimeoutException => RenderFailureKind.TimeLimit,
            _ => RenderFailureKind.Retryable,
        },
    };

    [LoggerMessage(Level = LogLevel.Debug, Message = "Ticket for instruction {InstructionId}, attempt {Attempt}, is not wanted any more")]
    private static partial void TicketDropped(ILogger logger, long instructionId, long attempt);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Instruction {InstructionId}, attempt {Attempt}, failed")]
    private static partial void AttemptFailed(ILogger logger, long instructionId, long attempt, Exception exception);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The clip of instruction {InstructionId}, attempt {Attempt}, claim {ClaimId} is refused: the claim was lost")]
    private static partial void ResultRefused(ILogger logger, long instructionId, long attempt, Guid claimId);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The end of a claim could not be stored and is tried again")]
    private static partial void TriedAgain(ILogger logger, Exception exception);
}
