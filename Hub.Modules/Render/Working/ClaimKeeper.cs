using Hub.Contracts.Engine;
using Hub.Contracts.Render;
using Hub.Modules.Render.Clips;
using Hub.Modules.Render.Leases;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Hub.Modules.Render.Working;

/// <summary>
/// Takes and ends claims through an unreliable database: what was begun is tried until it is known to be done, or refused, or this process
/// has to end. In the last case the lease runs out.
/// </summary>
internal sealed partial class ClaimKeeper(
    IServiceScopeFactory scopes, WorkerIdentity worker, IHostApplicationLifetime lifetime, PublishSignal published, TimeProvider clock, ILogger<ClaimKeeper> logger)
{
    private static readonly TimeSpan PauseBetweenTries = TimeSpan.FromMilliseconds(500);
    // With the time that an engine takes to die, less than the ten seconds that Docker waits.
    private static readonly TimeSpan TimeToStop = TimeSpan.FromSeconds(5);

    /// <returns>The claim, or null when that attempt is no longer wanted or someone else has it.</returns>
    public async Task<Claim?> TryTakeAsync(ExecuteRender ticket, CancellationToken cancellationToken)
    {
        var claimId = Guid.CreateVersion7();
        var askedAt = clock.GetTimestamp();
        for (var isAnswerLost = false; ; isAnswerLost = true)
        {
            try
            {
                await using var scope = scopes.CreateAsyncScope();
                var store = scope.ServiceProvider.GetRequiredService<ClaimStore>();
                return await store.TryTakeAsync(ticket, claimId, cancellationToken) ?? (isAnswerLost ? await store.FindTakenAsync(ticket, claimId, cancellationToken) : null);
            }
            catch (Exception exception) when (DatabaseOutage.IsBehind(exception) && clock.GetElapsedTime(askedAt) < worker.Lease / 2)
            {
                await Task.Delay(PauseBetweenTries, clock, cancellationToken);
            }
            catch (Exception exception) when (DatabaseOutage.IsBehind(exception))
            {
                // The ticket is issued anew, and a claim that was made after all ends with its lease.
                NotTaken(logger, ticket.InstructionId, exception);
                return null;
            }
        }
    }

    /// <summary>Gives a ticket to whoever else can work it off. Where that fails, it is found idle and issued anew.</summary>
    public async Task GiveAwayAsync(ExecuteRender ticket, CancellationToken cancellationToken)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            await scope.ServiceProvider.GetRequiredService<ClaimStore>().GiveAwayAsync(ticket, cancellationToken);
        }
        catch (Exception exception) when (DatabaseOutage.IsBehind(exception))
        {
            NotTaken(logger, ticket.InstructionId, exception);
        }
    }

    /// <summary>Stores the result; a clip that is refused is removed.</summary>
    public async Task CompleteAsync(Claim claim, FinishedClip clip, ClipFiles files)
    {
        bool isAccepted;
        try
        {
            isAccepted = await UntilDoneAsync((store, cancellationToken) => store.CompleteAsync(claim, clip, cancellationToken));
        }
        catch (OperationCanceledException)
        {
            // Nobody knows whether it was stored: the file stays, and the sweep removes it if the claim comes to be abandoned.
            return;
        }
        catch (Exception exception)
        {
            NotStorable(logger, claim.InstructionId, claim.Attempt, exception);
            await files.DeleteAsync();
            await FailAsync(claim, exception);
            return;
        }

        if (!isAccepted)
        {
            ResultRefused(logger, claim.InstructionId, claim.Attempt, claim.ClaimId);
            await files.DeleteAsync();
        }
        else if (clip.PublishPath is not null)
        {
            published.Set();
        }
    }

    /// <param name="claim">The claim to end.</param>
    /// <param name="reason">What is wrong with this worker's surroundings; null when it only stops.</param>
    public Task HandBackAsync(Claim claim, string? reason) => GiveUpAsync(claim, new RenderHandedBack
    {
        CorrelationId = claim.CorrelationId,
        InstructionId = claim.InstructionId,
        Attempt = claim.Attempt,
        ClaimId = claim.ClaimId,
        Worker = worker.Name,
        Reason = reason,
    });

    public Task FailAsync(Claim claim, Exception exception) => GiveUpAsync(claim, new RenderAttemptFailed
    {
        CorrelationId = claim.CorrelationId,
        InstructionId = claim.InstructionId,
        Attempt = claim.Attempt,
        ClaimId = claim.ClaimId,
        Worker = worker.Name,
        Reason = Reason(exception),
        Kind = exception switch
        {
            RenderEngineException { IsFinal: true } => RenderFailureKind.Final,
            TimeoutException => RenderFailureKind.TimeLimit,
            _ => RenderFailureKind.Retryable,
        },
    });

    /// <summary>It quotes what programs have printed, which may contain what PostgreSQL does not store.</summary>
    private static string Reason(Exception exception)
        => (exception is RenderEngineException or Engines.EngineEndedException or TimeoutException ? exception.Message : $"{exception.GetType().Name}: {exception.Message}")
            .Replace('\0', '\uFFFD');

    private async Task GiveUpAsync(Claim claim, object message)
    {
        try
        {
            await UntilDoneAsync((store, cancellationToken) => store.GiveUpAsync(claim, message, cancellationToken));
        }
        catch (OperationCanceledException exception)
        {
            LeftToItsLease(logger, claim.ClaimId, exception);
        }
    }

    private async Task<T> UntilDoneAsync<T>(Func<ClaimStore, CancellationToken, Task<T>> step)
    {
        using var patience = new CancellationTokenSource();
        await using var stopping = lifetime.ApplicationStopping.Register(() => patience.CancelAfter(TimeToStop));
        while (true)
        {
            try
            {
                await using var scope = scopes.CreateAsyncScope();
                return await step(scope.ServiceProvider.GetRequiredService<ClaimStore>(), patience.Token);
            }
            catch (Exception exception) when (DatabaseOutage.IsBehind(exception))
            {
                TriedAgain(logger, exception);
                await Task.Delay(PauseBetweenTries, clock, patience.Token);
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Instruction {InstructionId} could not be claimed: no database")]
    private static partial void NotTaken(ILogger logger, long instructionId, Exception exception);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The clip of instruction {InstructionId}, attempt {Attempt}, claim {ClaimId} is refused: the claim was lost")]
    private static partial void ResultRefused(ILogger logger, long instructionId, long attempt, Guid claimId);

    [LoggerMessage(Level = LogLevel.Error, Message = "The clip of instruction {InstructionId}, attempt {Attempt} cannot be stored")]
    private static partial void NotStorable(ILogger logger, long instructionId, long attempt, Exception exception);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The end of a claim could not be stored and is tried again")]
    private static partial void TriedAgain(ILogger logger, Exception exception);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Claim {ClaimId} could not be ended before this process; its lease runs out")]
    private static partial void LeftToItsLease(ILogger logger, Guid claimId, Exception exception);
}
