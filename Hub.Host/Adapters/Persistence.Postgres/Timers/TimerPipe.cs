using MassTransit;

namespace Hub.Adapters.Persistence.Postgres.Timers;

/// <summary>Marks a message as one for a timer, with the header by which a state machine tells its present timer from an earlier one.</summary>
internal sealed class TimerPipe<T>(TimerTerms terms, IPipe<SendContext<T>> next) : IPipe<SendContext<T>>
    where T : class
{
    public Task Send(SendContext<T> context)
    {
        context.GetOrAddPayload(() => terms);
        context.Headers.Set(MessageHeaders.SchedulingTokenId, terms.Token.ToString("N"));
        return next.Send(context);
    }

    public void Probe(ProbeContext context) => next.Probe(context);
}
