using Hub.Contracts.FeatureTable;
using Hub.Modules.Subtitle.Persistence;
using MassTransit;

namespace Hub.Modules.Subtitle.DecideCaptions;

/// <summary>Notes that a hand does not count and withdraws its captions, in one transaction.</summary>
internal sealed class HandCalledOffConsumer(SessionCaptions captions) : IConsumer<HandCalledOff>
{
    public Task Consume(ConsumeContext<HandCalledOff> context) => captions.TakeAsync(HandEvent.Of(context.Message), context.CancellationToken);
}
