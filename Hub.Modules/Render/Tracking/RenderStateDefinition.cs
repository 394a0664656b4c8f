using Hub.Modules.Render.Persistence;
using MassTransit;

namespace Hub.Modules.Render.Tracking;

internal sealed class RenderStateDefinition : SagaDefinition<RenderInstruction>
{
    public RenderStateDefinition()
    {
        EndpointName = "render-track-render";
        ConcurrentMessageLimit = 4;
    }
}
