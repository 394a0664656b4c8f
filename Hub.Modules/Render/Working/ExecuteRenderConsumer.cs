using Hub.Contracts.Render;
using Hub.Modules.Kernel;
using Hub.Modules.Render.Leases;
using MassTransit;

namespace Hub.Modules.Render.Working;

/// <summary>
/// Takes tickets, one for each slot. Without outbox and inbox: the claim makes a repeated ticket harmless, and no transaction may
/// stay open while a clip is rendered.
/// </summary>
internal sealed class ExecuteRenderConsumer(ClipWorker clips, WorkerIdentity worker) : IConsumer<ExecuteRender>
{
    public async Task Consume(ConsumeContext<ExecuteRender> context)
    {
        await clips.WorkAsync(context.Message, (done, total) => Report(context, done, total), context.CancellationToken);
        KillPoint.Pass("before-acknowledge");
    }

    private void Report(ConsumeContext<ExecuteRender> context, int done, int total)
    {
        KillPoint.Pass(done < total ? "first-frame" : "last-frame");
        // Progress is sent past the outbox and may be lost.
        _ = context.Publish(new RenderProgressed
        {
            InstructionId = context.Message.InstructionId,
            Attempt = context.Message.Attempt,
            Worker = worker.Name,
            FramesDone = done,
            FramesTotal = total,
        });
    }
}
