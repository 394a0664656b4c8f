using MassTransit;

namespace Hub.Modules.Subtitle.DecideCaptions;

/// <summary>Endpoint <c>subtitle-hand-called-off</c>.</summary>
internal sealed class HandCalledOffConsumerDefinition : ConsumerDefinition<HandCalledOffConsumer>
{
    public HandCalledOffConsumerDefinition()
    {
        EndpointName = "subtitle-hand-called-off";
        ConcurrentMessageLimit = 8;
    }
}
