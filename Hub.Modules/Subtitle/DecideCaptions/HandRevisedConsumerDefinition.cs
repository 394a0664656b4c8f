using MassTransit;

namespace Hub.Modules.Subtitle.DecideCaptions;

/// <summary>Endpoint <c>subtitle-hand-revised</c>.</summary>
internal sealed class HandRevisedConsumerDefinition : ConsumerDefinition<HandRevisedConsumer>
{
    public HandRevisedConsumerDefinition()
    {
        EndpointName = "subtitle-hand-revised";
        ConcurrentMessageLimit = 8;
    }
}
