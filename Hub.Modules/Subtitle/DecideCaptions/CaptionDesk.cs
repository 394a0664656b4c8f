using System.Globalization;
using Hub.Contracts.FeatureTable;
using Hub.Contracts.Render;
using Hub.Modules.Subtitle.Captions;
using Hub.Modules.Subtitle.Persistence;
using Hub.Modules.Subtitle.Rules;
using MassTransit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Hub.Modules.Subtitle.DecideCaptions;

/// <summary>Decides the captions of one hand and asks for their clips.</summary>
internal sealed partial class CaptionDesk(
    SubtitleDbContext database,
    EliminationLog eliminations,
    CaptionRulesStore rules,
    IOptions<SubtitleOptions> options,
    ISendEndpointProvider endpoints,
    ILogger<CaptionDesk> logger)
{
    private static readonly Uri RenderQueue = new("queue:render-request-render");

    public async Task DecideAsync(HandCaptured hand, CancellationToken cancellationToken)
    {
        if (!hand.WasPlayed)
        {
            return;
        }

        // Noted for backlog hands, too: who went out before the hub was watching does not go out again.
        var eliminated = await eliminations.NoteAsync(hand, cancellationToken);
        if (hand.IsBacklog && !options.Value.CaptionBacklog)
        {
            return;
        }

        foreach (var caption in CaptionChoice.Choose(rules.Current.Rules, hand, eliminated))
        {
            var earlier = caption.Player is null ? null : await FindEarlierAsync(hand, caption.Rule.Options.HandsAgo, cancellationToken);
            if (Write(hand, caption, earlier) is { } request)
            {
                var endpoint = await endpoints.GetSendEndpoint(RenderQueue);
                await endpoint.Send(request, cancellationToken);
            }
        }
    }

    // A hand that a composition cannot cope with costs that caption; failing would hold up all later hands of the session.
    private RequestRender? Write(HandCaptured hand, ChosenCaption caption, HandCaptured? earlier)
    {
        try
        {
            return Request(hand, caption, earlier);
        }
        catch (Exception exception)
        {
            NotWritten(logger, caption.Rule.Composition.Template, hand.SessionId, hand.HandNumber, exception);
            return null;
        }
    }

    private static RequestRender Request(HandCaptured hand, ChosenCaption caption, HandCaptured? earlier) => new()
    {
        TemplateName = caption.Rule.Composition.Template,
        Fields = caption.Rule.Composition.Write(new CaptionSource { Hand = hand, Player = caption.Player, EarlierHand = earlier }),
        TriggerType = RuleWords<CaptionTrigger>.Of(caption.Rule.Trigger),
        TriggerId = string.Create(CultureInfo.InvariantCulture, $"{hand.SessionId}/{hand.HandNumber}/{hand.StartTicks}"),
        Subject = caption.Subject,
        Priority = caption.Rule.Priority,
        IsBacklog = hand.IsBacklog,
    };

    private async Task<HandCaptured?> FindEarlierAsync(HandCaptured hand, int handsAgo, CancellationToken cancellationToken)
    {
        var earlier = await database.Hands.AsNoTracking()
            .Where(stored => stored.SessionId == hand.SessionId && stored.Sequence < hand.Sequence && stored.WasPlayed)
            .OrderByDescending(stored => stored.Sequence)
            .Skip(handsAgo - 1)
            .FirstOrDefaultAsync(cancellationToken);
        return earlier?.Facts;
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "No caption {Template} for session {SessionId}, hand {HandNumber}: its texts could not be written")]
    private static partial void NotWritten(ILogger logger, string template, long sessionId, int handNumber, Exception exception);
}
