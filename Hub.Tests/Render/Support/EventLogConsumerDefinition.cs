using MassTransit;

namespace Hub.Tests.Render.Support;

internal sealed class EventLogConsumerDefinition : ConsumerDefinition<EventLogConsumer>
{
    public EventLogConsumerDefinition() => EndpointName = "render-test-event-log";
}
