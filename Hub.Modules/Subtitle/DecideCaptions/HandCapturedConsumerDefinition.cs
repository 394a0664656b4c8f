using MassTransit;

namespace Hub.Modules.Subtitle.DecideCaptions;

/// <summary>Endpoint <c>subtitle-hand-captured</c>.</summary>
internal sealed class HandCapturedConsumerDefinition : ConsumerDefinition<HandCapturedConsumer>
{
    public HandCapturedConsumerDefinition()
    {
        EndpointName = "subtitle-hand-captured";
        // The hands of a session queue up for its row anyway; more consumers would only hold more connections.
        ConcurrentMessageLimit = 8;
    }
}
