using Hub.Contracts.FeatureTable;
using Hub.Modules.Subtitle.Persistence;
using MassTransit;

namespace Hub.Modules.Subtitle.DecideCaptions;

/// <summary>Stores what a hand has become and brings captions up to it, in one transaction.</summary>
internal sealed class HandRevisedConsumer(SessionCaptions captions) : IConsumer<HandRevised>
{
    public Task Consume(ConsumeContext<HandRevised> context) => captions.TakeAsync(HandEvent.Of(context.Message), context.CancellationToken);
}
