using Hub.Contracts.Render;
using Hub.Modules.Render.Dispatching;
using MassTransit;

namespace Hub.Modules.Render.Requests;

/// <summary>Stores a request once and, where there is room, sends its ticket out in the same transaction.</summary>
internal sealed class RequestRenderConsumer(RequestStore requests, RequestCheck check, TicketDispatcher dispatcher) : IConsumer<RequestRender>
{
    public async Task Consume(ConsumeContext<RequestRender> context)
    {
        var request = context.Message;
        var verdict = check.Check(request);
        if (await requests.AddAsync(request, verdict, context.CancellationToken) is not { } instructionId)
        {
            return;
        }

        if (verdict.Complaint is { } complaint)
        {
            // Nothing vanishes: what cannot be rendered is listed among the failed, with the reason.
            await context.Publish(new RenderFailed { InstructionId = instructionId, Attempt = 0, TemplateName = request.TemplateName, Reason = complaint });
            return;
        }

        await dispatcher.FillWindowAsync(context.CancellationToken);
    }
}
