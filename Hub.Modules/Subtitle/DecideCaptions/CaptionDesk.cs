using System.Globalization;
using Hub.Contracts.FeatureTable;
using Hub.Contracts.Render;
using Hub.Modules.Subtitle.Captions;
using Hub.Modules.Subtitle.Persistence;
using Hub.Modules.Subtitle.Rules;
using MassTransit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Hub.Modules.Subtitle.DecideCaptions;

/// <summary>Decides the captions of one hand and asks for their clips.</summary>
internal sealed class CaptionDesk(
    SubtitleDbContext database,
    EliminationLog eliminations,
    CaptionRulesStore rules,
    IOptions<SubtitleOptions> options,
    ISendEndpointProvider endpoints)
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
            var earlier = caption.Player is null ? null : await FindEarlierAsync(hand, caption.Rule.HandsAgo, cancellationToken);
            var endpoint = await endpoints.GetSendEndpoint(RenderQueue);
            await endpoint.Send(Request(hand, caption, earlier), cancellationToken);
        }
    }

    private static RequestRender Request(HandCaptured hand, ChosenCaption caption, HandCaptured? earlier) => new()
    {
        TemplateName = caption.Rule.Composition.Template,
        Fields = caption.Rule.Composition.Write(new CaptionSource(hand, caption.Player, earlier)),
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
}
