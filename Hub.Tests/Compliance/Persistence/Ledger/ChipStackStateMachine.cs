using MassTransit;

namespace Hub.Tests.Compliance.Persistence.Ledger;

/// <summary>Counts the moves of a stack and tells each count.</summary>
internal sealed class ChipStackStateMachine : MassTransitStateMachine<ChipStack>
{
    public ChipStackStateMachine()
    {
        InstanceState(stack => stack.Status);
        Event(() => Won, configure => configure.CorrelateById(context => context.Message.CorrelationId));
        Event(() => SeatWon, configure =>
        {
            configure.CorrelateBy((stack, context) => stack.Id == context.Message.StackId);
            configure.OnMissingInstance(missing => missing.Discard());
        });
        Initially(When(Won).Then(context => Move(context.Saga, context.Message.Chips)).PublishAsync(Count).TransitionTo(Counting));
        During(Pending, Counting,
            When(Won).Then(context => Move(context.Saga, context.Message.Chips)).PublishAsync(Count).TransitionTo(Counting),
            When(SeatWon).Then(context => Move(context.Saga, context.Message.Chips)).TransitionTo(Counting));
    }

    public State Pending { get; } = null!;

    public State Counting { get; } = null!;

    public Event<ChipsWon> Won { get; } = null!;

    public Event<SeatWon> SeatWon { get; } = null!;

    private static void Move(ChipStack stack, int chips)
    {
        stack.Chips += chips;
        stack.Moves++;
    }

    private static Task<PotCounted> Count(BehaviorContext<ChipStack, ChipsWon> context)
        => Task.FromResult(new PotCounted(context.Saga.CorrelationId, context.Saga.Moves));
}
