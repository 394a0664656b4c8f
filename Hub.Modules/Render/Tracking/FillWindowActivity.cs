using Hub.Modules.Kernel;
using Hub.Modules.Render.Dispatching;
using Hub.Modules.Render.Persistence;
using MassTransit;

namespace Hub.Modules.Render.Tracking;

/// <summary>Last step of every transition that frees a place in the window of tickets.</summary>
internal sealed class FillWindowActivity(TicketDispatcher dispatcher) : IStateMachineActivity<RenderInstruction>
{
    public void Probe(ProbeContext context) => context.CreateScope("fill-window");

    public void Accept(StateMachineVisitor visitor) => visitor.Visit(this);

    public async Task Execute(BehaviorContext<RenderInstruction> context, IBehavior<RenderInstruction> next)
    {
        await dispatcher.FillWindowAsync(context.CancellationToken);
        await next.Execute(context);
    }

    public async Task Execute<T>(BehaviorContext<RenderInstruction, T> context, IBehavior<RenderInstruction, T> next)
        where T : class
    {
        await dispatcher.FillWindowAsync(context.CancellationToken);
        KillPoint.Pass("judged");
        await next.Execute(context);
    }

    public Task Faulted<TException>(BehaviorExceptionContext<RenderInstruction, TException> context, IBehavior<RenderInstruction> next)
        where TException : Exception
        => next.Faulted(context);

    public Task Faulted<T, TException>(BehaviorExceptionContext<RenderInstruction, T, TException> context, IBehavior<RenderInstruction, T> next)
        where T : class
        where TException : Exception
        => next.Faulted(context);
}
