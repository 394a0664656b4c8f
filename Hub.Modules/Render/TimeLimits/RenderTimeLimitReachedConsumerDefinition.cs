using MassTransit;

namespace Hub.Modules.Render.TimeLimits;

internal sealed class RenderTimeLimitReachedConsumerDefinition : ConsumerDefinition<RenderTimeLimitReachedConsumer>
{
    public const string QueueName = "render-time-limit-reached";

    public RenderTimeLimitReachedConsumerDefinition()
    {
        EndpointName = QueueName;
        ConcurrentMessageLimit = 1;
    }
}
