using Hub.Contracts.Render;
using Hub.Modules.Render.Dispatching;
using Hub.Modules.Render.Domain;
using Hub.Modules.Render.Posters;
using MassTransit;

namespace Hub.Modules.Render.Requests;

/// <summary>Stores a request and its revisions and, where there is room, sends its ticket out in the same transaction.</summary>
internal sealed class RequestRenderConsumer(RequestStore requests, RequestCheck check, TicketDispatcher dispatcher, PosterQueue posters) : IConsumer<RequestRender>
{
    public async Task Consume(ConsumeContext<RequestRender> context)
    {
        var changed = await requests.StoreAsync(context.Message, check.Check(context.Message), context.CancellationToken);
        foreach (var failed in changed.Where(instruction => instruction.Status == RenderStatus.Failed))
        {
            // Nothing vanishes: what cannot be rendered is listed among the failed, with the reason.
            await context.Publish(
                new RenderFailed { InstructionId = failed.Id, Attempt = failed.Attempt, TemplateName = failed.TemplateName, Reason = failed.ErrorMessage! });
        }

        foreach (var withdrawn in changed.Where(instruction => instruction.Status == RenderStatus.Cancelled && instruction.IsWithdrawn))
        {
            await context.Publish(
                new RenderCancelled { InstructionId = withdrawn.Id, TemplateName = withdrawn.TemplateName, WasRunning = false, Reason = withdrawn.ErrorMessage });
        }

        if (changed.Count > 0)
        {
            await dispatcher.FillWindowAsync(context.CancellationToken);
            posters.Add(changed);
        }
    }
}
