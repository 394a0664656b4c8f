using MassTransit;

namespace Hub.Modules.Monitoring.Alerts;

/// <summary>Endpoint <c>monitoring-alert-resolved</c>.</summary>
internal sealed class AlertResolvedConsumerDefinition : ConsumerDefinition<AlertResolvedConsumer>
{
    public AlertResolvedConsumerDefinition()
    {
        EndpointName = "monitoring-alert-resolved";
        ConcurrentMessageLimit = 2;
    }
}
