using MassTransit;

namespace Hub.Modules.Render.Requests;

internal sealed class RequestRenderConsumerDefinition : ConsumerDefinition<RequestRenderConsumer>
{
    public RequestRenderConsumerDefinition()
    {
        EndpointName = "render-request-render";
        ConcurrentMessageLimit = 4;
    }
}
