using Hub.Contracts.Render;
using Hub.Modules.Subtitle.Captions;
using MassTransit;
using Microsoft.Extensions.Logging;

namespace Hub.Modules.Subtitle.DecideCaptions;

/// <summary>Writes captions and asks Render for their clips, in the caller's transaction.</summary>
internal sealed partial class CaptionOrders(CaptionWriter writer, ISendEndpointProvider endpoints, ILogger<CaptionOrders> logger)
{
    private static readonly Uri RenderQueue = new("queue:render-request-render");

    /// <returns>False when its texts could not be written: that costs this caption and no other.</returns>
    public async Task<bool> OrderAsync(CaptionOrder order, CancellationToken cancellationToken)
    {
        if (await WriteAsync(order, cancellationToken) is not { } fields)
        {
            return false;
        }

        var endpoint = await endpoints.GetSendEndpoint(RenderQueue);
        await endpoint.Send(
            new RequestRender
            {
                TemplateName = order.Template,
                Fields = fields,
                TriggerType = order.TriggerType,
                TriggerId = order.TriggerId,
                Subject = order.Subject,
                RequestNo = order.RequestNo,
                Priority = order.Priority,
                IsBacklog = order.IsBacklog,
                Format = order.Format,
            },
            cancellationToken);
        return true;
    }

    // What a composition cannot cope with costs that caption; failing would hold up all later hands of the session.
    private async Task<IReadOnlyDictionary<string, string>?> WriteAsync(CaptionOrder order, CancellationToken cancellationToken)
    {
        try
        {
            return await writer.WriteAsync(order, cancellationToken);
        }
        catch (CaptionException exception)
        {
            NotWritten(logger, order.Template, order.TriggerType, order.TriggerId, exception);
            return null;
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "No caption {Template} for {TriggerType} {TriggerId}: its texts could not be written")]
    private static partial void NotWritten(ILogger logger, string template, string triggerType, string triggerId, Exception exception);
}
