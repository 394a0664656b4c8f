using Hub.Contracts.FeatureTable;
using Hub.Modules.Subtitle.Captions;
using Hub.Modules.Subtitle.Rules;
using Microsoft.Extensions.Options;

namespace Hub.Modules.Subtitle.DecideCaptions;

/// <summary>Decides the captions of one hand and orders them.</summary>
internal sealed class CaptionDesk(EliminationLog eliminations, CaptionRulesStore rules, CaptionOrders orders, IOptions<SubtitleOptions> options)
{
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
            await orders.OrderAsync(Order(hand, caption), cancellationToken);
        }
    }

    private static CaptionOrder Order(HandCaptured hand, ChosenCaption caption) => new()
    {
        Template = caption.Rule.Composition.Template,
        TriggerType = RuleWords<CaptionTrigger>.Of(caption.Rule.Trigger),
        TriggerId = TriggerIds.Of(hand),
        Subject = caption.Subject,
        Priority = caption.Rule.Priority,
        IsBacklog = hand.IsBacklog,
        SessionId = hand.SessionId,
        StartTicks = hand.StartTicks,
        Seat = caption.Player?.Seat,
        Options = caption.Rule.Options,
    };
}
