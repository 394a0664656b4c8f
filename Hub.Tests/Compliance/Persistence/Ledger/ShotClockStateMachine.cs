using MassTransit;

namespace Hub.Tests.Compliance.Persistence.Ledger;

/// <summary>Uses timers as MassTransit's state machines do.</summary>
internal sealed class ShotClockStateMachine : MassTransitStateMachine<ShotClock>
{
    public ShotClockStateMachine()
    {
        InstanceState(clock => clock.Status);
        Event(() => Started, configure => configure.CorrelateById(context => context.Message.CorrelationId));
        Event(() => Stopped, configure => configure.CorrelateById(context => context.Message.CorrelationId));
        Schedule(() => Expiry, clock => clock.Token, schedule => schedule.Received = received => received.CorrelateById(context => context.Message.CorrelationId));
        Initially(When(Started).Schedule(Expiry, context => new ClockExpired(context.Saga.CorrelationId), context => TimeSpan.FromSeconds(context.Message.Seconds)).TransitionTo(Running));
        During(Running,
            When(Started).Schedule(Expiry, context => new ClockExpired(context.Saga.CorrelationId), context => TimeSpan.FromSeconds(context.Message.Seconds)),
            When(Stopped).Unschedule(Expiry).TransitionTo(Over),
            When(Expiry.Received).Then(context => context.Saga.Expired++).TransitionTo(Over));
        During(Over, Ignore(Expiry.Received));
    }

    public State Running { get; } = null!;

    public State Over { get; } = null!;

    public Event<ClockStarted> Started { get; } = null!;

    public Event<ClockStopped> Stopped { get; } = null!;

    public Schedule<ShotClock, ClockExpired> Expiry { get; } = null!;
}
