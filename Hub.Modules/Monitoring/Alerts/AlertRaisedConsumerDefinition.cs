using MassTransit;

namespace Hub.Modules.Monitoring.Alerts;

/// <summary>Endpoint <c>monitoring-alert-raised</c>.</summary>
internal sealed class AlertRaisedConsumerDefinition : ConsumerDefinition<AlertRaisedConsumer>
{
    public AlertRaisedConsumerDefinition()
    {
        EndpointName = "monitoring-alert-raised";
        // A storm is mostly about one subject, and those queue up for its row; it must not take the connections of the work.
        ConcurrentMessageLimit = 4;
    }
}
