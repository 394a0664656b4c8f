using Hub.Contracts.FeatureTable;
using MassTransit;

namespace Hub.Modules.Subtitle.DecideCaptions;

/// <summary>Stores a hand and decides every caption that has become due with it, in one transaction.</summary>
internal sealed class HandCapturedConsumer(SessionCaptions captions) : IConsumer<HandCaptured>
{
    public Task Consume(ConsumeContext<HandCaptured> context) => captions.TakeAsync(context.Message, context.CancellationToken);
}
