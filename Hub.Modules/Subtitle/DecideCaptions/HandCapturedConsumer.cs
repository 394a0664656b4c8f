using Hub.Contracts.FeatureTable;
using Hub.Modules.Subtitle.Persistence;
using MassTransit;

namespace Hub.Modules.Subtitle.DecideCaptions;

/// <summary>Stores a hand and decides every caption that has become due with it, in one transaction.</summary>
internal sealed class HandCapturedConsumer(SessionCaptions captions) : IConsumer<HandCaptured>
{
    public Task Consume(ConsumeContext<HandCaptured> context) => captions.TakeAsync(HandEvent.Of(context.Message), context.CancellationToken);
}
