using MassTransit;

namespace Hub.Modules.Monitoring.Alerts.Clips;

/// <summary>Endpoint <c>monitoring-render-attempt-lost</c>.</summary>
internal sealed class RenderAttemptLostConsumerDefinition : ConsumerDefinition<RenderAttemptLostConsumer>
{
    public RenderAttemptLostConsumerDefinition()
    {
        EndpointName = "monitoring-render-attempt-lost";
        ConcurrentMessageLimit = 2;
    }
}
