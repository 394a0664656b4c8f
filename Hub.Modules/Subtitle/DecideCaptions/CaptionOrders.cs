using Hub.Contracts.Render;
using Hub.Modules.Subtitle.Captions;
using Hub.Modules.Subtitle.Persistence;
using MassTransit;
using Microsoft.Extensions.Logging;

namespace Hub.Modules.Subtitle.DecideCaptions;

/// <summary>Writes captions, asks Render for their clips and tells it what has become of them, in the caller's transaction.</summary>
internal sealed partial class CaptionOrders(CaptionLog log, CaptionWriter writer, ISendEndpointProvider endpoints, ILogger<CaptionOrders> logger)
{
    private static readonly Uri RenderQueue = new("queue:render-request-render");

    /// <summary>Orders a caption; one that was ordered before is brought up to date, and is wanted again if it was withdrawn.</summary>
    /// <returns>False when its texts could not be written: that costs this caption and no other.</returns>
    public async Task<bool> OrderAsync(CaptionOrder order, CancellationToken cancellationToken)
    {
        await log.ShareAsync(cancellationToken);
        if (await log.FindAsync(order, cancellationToken) is { } known)
        {
            return await RewriteAsync(known, known.Moment, cancellationToken);
        }

        if (await WriteAsync(order, moment: null, cancellationToken) is not { } written)
        {
            return false;
        }

        await SendAsync(await log.AddAsync(order, written, cancellationToken), cancellationToken);
        return true;
    }

    /// <summary>Writes a caption again, and tells Render when it says something else now. The caller saves.</summary>
    /// <returns>False when its texts could not be written: it stays as it is.</returns>
    public async Task<bool> RewriteAsync(LoggedCaption caption, CaptionMoment moment, CancellationToken cancellationToken)
    {
        if (await WriteAsync(caption.Order, moment, cancellationToken) is not { } written)
        {
            return false;
        }

        caption.Names = written.Names();
        caption.Moment = moment;
        if (caption.WithdrawnBecause is not null || !IsSame(caption.Fields, written.Fields))
        {
            caption.Fields = written.Fields;
            await ReviseAsync(caption, withdrawnBecause: null, cancellationToken);
        }

        return true;
    }

    /// <summary>Tells Render that a caption is not wanted any more. The caller saves.</summary>
    public Task WithdrawAsync(LoggedCaption caption, string because, CancellationToken cancellationToken) => ReviseAsync(caption, because, cancellationToken);

    private Task ReviseAsync(LoggedCaption caption, string? withdrawnBecause, CancellationToken cancellationToken)
    {
        caption.Revision++;
        caption.WithdrawnBecause = withdrawnBecause;
        return SendAsync(caption, cancellationToken);
    }

    private async Task SendAsync(LoggedCaption caption, CancellationToken cancellationToken)
    {
        var endpoint = await endpoints.GetSendEndpoint(RenderQueue);
        await endpoint.Send(
            new RequestRender
            {
                TemplateName = caption.Template,
                Fields = caption.Fields,
                TriggerType = caption.TriggerType,
                TriggerId = caption.TriggerId,
                Subject = caption.Subject,
                RequestNo = caption.RequestNo,
                Priority = caption.Order.Priority,
                NeededAt = caption.Order.NeededAt,
                IsBacklog = caption.Order.IsBacklog,
                Format = caption.Order.Format,
                Revision = caption.Revision,
                WithdrawnBecause = caption.WithdrawnBecause,
            },
            cancellationToken);
    }

    // What a composition cannot cope with costs that caption; failing would hold up all later hands of the session.
    private async Task<WrittenCaption?> WriteAsync(CaptionOrder order, CaptionMoment? moment, CancellationToken cancellationToken)
    {
        try
        {
            return await writer.WriteAsync(order, moment, cancellationToken);
        }
        catch (CaptionException exception)
        {
            NotWritten(logger, order.Template, order.TriggerType, order.TriggerId, exception);
            return null;
        }
    }

    private static bool IsSame(IReadOnlyDictionary<string, string> before, IReadOnlyDictionary<string, string> after)
        => before.Count == after.Count && after.All(field => before.TryGetValue(field.Key, out var text) && text == field.Value);

    [LoggerMessage(Level = LogLevel.Error, Message = "No caption {Template} for {TriggerType} {TriggerId}: its texts could not be written")]
    private static partial void NotWritten(ILogger logger, string template, string triggerType, string triggerId, Exception exception);
}
