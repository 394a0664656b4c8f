using MassTransit;

namespace Hub.Modules.Monitoring.Alerts.Clips;

/// <summary>Endpoint <c>monitoring-render-failed</c>.</summary>
internal sealed class RenderFailedConsumerDefinition : ConsumerDefinition<RenderFailedConsumer>
{
    public RenderFailedConsumerDefinition()
    {
        EndpointName = "monitoring-render-failed";
        ConcurrentMessageLimit = 2;
    }
}
