using Hub.Contracts.Render;
using Hub.Modules.Render.Domain;
using Hub.Modules.Render.Persistence;
using MassTransit;

namespace Hub.Modules.Render.Tracking;

/// <summary>
/// Judges attempts that ended without a clip. Claims and results are compare-and-set statements of the worker that owns them; what an
/// ended attempt means for the instruction is decided here and nowhere else. docs/design/render.md has the whole picture.
/// </summary>
internal sealed class RenderStateMachine : MassTransitStateMachine<RenderInstruction>
{
    /// <summary>
    /// Engines run in children, so a worker that dies says little about its clip. This many are put down to the machines; then the
    /// clip is taken to be what kills them.
    /// </summary>
    private const int MostLostWorkers = 10;

    private readonly TimeProvider _clock;

    public RenderStateMachine(TimeProvider clock)
    {
        _clock = clock;
        InstanceState(instruction => instruction.Status);
        foreach (var status in RenderStatus.All)
        {
            State(status);
        }

        Event(() => AttemptFailed, x => x.CorrelateById(context => context.Message.CorrelationId).OnMissingInstance(missing => missing.Discard()));
        Event(() => AttemptLost, x => x.CorrelateById(context => context.Message.CorrelationId).OnMissingInstance(missing => missing.Discard()));
        Event(() => HandedBack, x => x.CorrelateById(context => context.Message.CorrelationId).OnMissingInstance(missing => missing.Discard()));

        During(Processing,
            When(AttemptFailed, context => Owns(context.Saga, context.Message.Attempt, context.Message.ClaimId))
                .Then(context => context.Saga.ErrorMessage = context.Message.Reason)
                .IfElse(context => IsRevised(context.Saga) || MayTryAgain(context.Saga, context.Message.Kind),
                    retry => Requeue(retry.Then(context => Charge(context.Saga))),
                    giveUp => giveUp
                        .IfElse(context => context.Message.Kind == RenderFailureKind.TimeLimit,
                            late => late.TransitionTo(TimedOut),
                            other => other.TransitionTo(Failed))
                        .Then(context => End(context.Saga))
                        .Publish(context => Failure(context.Saga)))
                .Activity(x => x.OfInstanceType<FillWindowActivity>()),
            When(AttemptLost, context => Owns(context.Saga, context.Message.Attempt, context.Message.ClaimId))
                .IfElse(context => context.Message.IsCharged,
                    charged => charged
                        .Then(context => CountLoss(context.Saga, context.Message.Reason))
                        .IfElse(context => IsRevised(context.Saga) || context.Saga.LostWorkers <= MostLostWorkers,
                            retry => Requeue(retry.Then(context => ReleaseOfLost(context.Saga))),
                            giveUp => giveUp.TransitionTo(Failed).Then(context => End(context.Saga)).Publish(context => Failure(context.Saga))),
                    free => Requeue(free.Then(context => Release(context.Saga))))
                .Activity(x => x.OfInstanceType<FillWindowActivity>()),
            Requeue(When(HandedBack, context => Owns(context.Saga, context.Message.Attempt, context.Message.ClaimId)).Then(context => GiveBack(context.Saga, context.Message.Reason)))
                .Activity(x => x.OfInstanceType<FillWindowActivity>()));

        // Word of an attempt that is over already, because its result or a newer attempt came first.
        OnUnhandledEvent(context => context.Ignore());
    }

    public State Pending => State(RenderStatus.Pending);

    public State Processing => State(RenderStatus.Processing);

    public State Completed => State(RenderStatus.Completed);

    public State Failed => State(RenderStatus.Failed);

    public State TimedOut => State(RenderStatus.TimedOut);

    public State Cancelled => State(RenderStatus.Cancelled);

    public Event<RenderAttemptFailed> AttemptFailed { get; private set; } = null!;

    public Event<RenderAttemptLost> AttemptLost { get; private set; } = null!;

    public Event<RenderHandedBack> HandedBack { get; private set; } = null!;

    /// <summary>What has changed while a worker had it counts from here on.</summary>
    private EventActivityBinder<RenderInstruction, TMessage> Requeue<TMessage>(EventActivityBinder<RenderInstruction, TMessage> released)
        where TMessage : class
        => released.IfElse(context => context.Saga.IsWithdrawn,
            unwanted => unwanted.Then(context => Withdraw(context.Saga)).TransitionTo(Cancelled),
            wanted => wanted.Then(context => TakeLatest(context.Saga)).TransitionTo(Pending));

    private static bool Owns(RenderInstruction instruction, long attempt, Guid claimId)
        => instruction.Attempt == attempt && instruction.ClaimId == claimId;

    /// <summary>What has failed is not what is wanted any more.</summary>
    private static bool IsRevised(RenderInstruction instruction) => instruction.IsWithdrawn || instruction.LatestFields is not null;

    private static bool MayTryAgain(RenderInstruction instruction, RenderFailureKind kind)
        => kind != RenderFailureKind.Final && (instruction.RetryCount ?? 0) < (instruction.MaxRetries ?? 0);

    private static RenderFailed Failure(RenderInstruction instruction) => new()
    {
        InstructionId = instruction.Id,
        Attempt = instruction.Attempt,
        TemplateName = instruction.TemplateName,
        Reason = instruction.ErrorMessage!,
    };

    private void Charge(RenderInstruction instruction)
    {
        instruction.RetryCount = (instruction.RetryCount ?? 0) + 1;
        Postpone(instruction, instruction.RetryCount.Value);
    }

    private static void CountLoss(RenderInstruction instruction, string reason)
    {
        instruction.LostWorkers++;
        instruction.ErrorMessage = instruction.LostWorkers > MostLostWorkers ? $"{reason} It is one of {instruction.LostWorkers} workers that were lost over this clip." : reason;
    }

    /// <summary>Without a reason the worker only stops. With one, another try may meet with the same, and must not follow at once.</summary>
    private void GiveBack(RenderInstruction instruction, string? reason)
    {
        if (reason is null)
        {
            Release(instruction);
            return;
        }

        instruction.ErrorMessage = reason;
        Postpone(instruction, ++instruction.UnfitAttempts);
    }

    private void Postpone(RenderInstruction instruction, int failures)
    {
        instruction.NotBefore = _clock.GetUtcNow() + Backoff.Before(failures, Random.Shared.NextDouble());
        Release(instruction);
    }

    /// <summary>The first lost worker is put down to its machine: another one goes on at once.</summary>
    private void ReleaseOfLost(RenderInstruction instruction)
    {
        if (instruction.LostWorkers > 1)
        {
            Postpone(instruction, instruction.LostWorkers - 1);
        }
        else
        {
            Release(instruction);
        }
    }

    private static void Release(RenderInstruction instruction)
        => (instruction.DispatchedAt, instruction.ClaimId, instruction.Worker, instruction.StartedAt) = (null, null, null, null);

    // Other texts are another job: at once, with all its retries.
    private static void TakeLatest(RenderInstruction instruction)
    {
        if (instruction.LatestFields is not { } latest)
        {
            return;
        }

        (instruction.LayerDataJson, instruction.LatestFields, instruction.StaleAt, instruction.StaleReason) = (latest, null, null, null);
        (instruction.RetryCount, instruction.LostWorkers, instruction.UnfitAttempts, instruction.NotBefore, instruction.ErrorMessage) = (0, 0, 0, null, null);
    }

    private void Withdraw(RenderInstruction instruction)
    {
        (instruction.ErrorMessage, instruction.StaleAt, instruction.StaleReason) = (instruction.StaleReason, null, null);
        End(instruction);
    }

    private void End(RenderInstruction instruction) => instruction.CompletedAt = _clock.GetUtcNow();
}
