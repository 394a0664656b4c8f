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
                .IfElse(context => context.Saga.IsRevised() || (context.Message.Kind != RenderFailureKind.Final && context.Saga.HasRetries()),
                    retry => Requeue(retry.Then(context => context.Saga.Charge(_clock.GetUtcNow()))),
                    giveUp => giveUp
                        .IfElse(context => context.Message.Kind == RenderFailureKind.TimeLimit,
                            late => late.TransitionTo(TimedOut),
                            other => other.TransitionTo(Failed))
                        .Then(context => context.Saga.End(_clock.GetUtcNow()))
                        .Publish(context => Failure(context.Saga)))
                .Activity(x => x.OfInstanceType<FillWindowActivity>()),
            When(AttemptLost, context => Owns(context.Saga, context.Message.Attempt, context.Message.ClaimId))
                .IfElse(context => context.Message.IsCharged,
                    charged => charged
                        .Then(context => context.Saga.CountLoss(context.Message.Reason))
                        .IfElse(context => context.Saga.IsRevised() || context.Saga.LostWorkers <= Transitions.MostLostWorkers,
                            retry => Requeue(retry.Then(context => context.Saga.ReleaseOfLost(_clock.GetUtcNow()))),
                            giveUp => giveUp.TransitionTo(Failed).Then(context => context.Saga.End(_clock.GetUtcNow())).Publish(context => Failure(context.Saga))),
                    free => Requeue(free.Then(context => context.Saga.Release())))
                .Activity(x => x.OfInstanceType<FillWindowActivity>()),
            Requeue(When(HandedBack, context => Owns(context.Saga, context.Message.Attempt, context.Message.ClaimId)).Then(context => context.Saga.GiveBack(context.Message.Reason, _clock.GetUtcNow())))
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
            unwanted => unwanted.Then(context => context.Saga.Withdraw(_clock.GetUtcNow())).TransitionTo(Cancelled).Publish(context => Withdrawal(context.Saga)),
            wanted => wanted.Then(context => context.Saga.TakeLatest()).TransitionTo(Pending));

    private static bool Owns(RenderInstruction instruction, long attempt, Guid claimId)
        => instruction.Attempt == attempt && instruction.ClaimId == claimId;

    private static RenderFailed Failure(RenderInstruction instruction) => new()
    {
        InstructionId = instruction.Id,
        Attempt = instruction.Attempt,
        TemplateName = instruction.TemplateName,
        Reason = instruction.ErrorMessage!,
        IsTimedOut = instruction.Status == RenderStatus.TimedOut,
    };

    private static RenderCancelled Withdrawal(RenderInstruction instruction) => new()
    {
        InstructionId = instruction.Id,
        TemplateName = instruction.TemplateName,
        WasRunning = true,
        Reason = instruction.ErrorMessage,
    };
}
