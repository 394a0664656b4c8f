using Hub.Modules.Subtitle.Captions;
using Hub.Modules.Subtitle.Persistence;
using Hub.Modules.Subtitle.Rules;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Hub.Modules.Subtitle.DecideCaptions;

/// <summary>Decides the captions of one hand as it is known now: orders those it deserves and withdraws those it does not deserve any more.</summary>
internal sealed class CaptionDesk(
    SubtitleDbContext database, CaptionRulesStore rules, CaptionOrders orders, CaptionSourceReader sources, IOptions<SubtitleOptions> options)
{
    private static readonly string OnRequest = RuleWords<CaptionTrigger>.Of(CaptionTrigger.Manual);

    public async Task DecideAsync(StoredHand hand, Eliminations eliminations, CancellationToken cancellationToken)
    {
        var deserved = await DeservedAsync(hand, eliminations, cancellationToken);
        var known = await database.Captions
            .Where(caption => caption.SessionId == hand.SessionId && caption.StartTicks == hand.StartTicks && caption.WithdrawnBecause == null)
            .OrderBy(caption => caption.Id)
            .ToListAsync(cancellationToken);
        foreach (var caption in known.Where(caption => !deserved.Exists(order => IsFor(caption, order))))
        {
            // What a person has asked for stays wanted as long as there is a hand to show.
            if (caption.TriggerType == OnRequest && hand.WasPlayed)
            {
                await orders.RewriteAsync(caption, caption.Moment, cancellationToken);
            }
            else
            {
                await orders.WithdrawAsync(caption, Reason(hand), cancellationToken);
            }
        }

        foreach (var order in deserved)
        {
            await orders.OrderAsync(order, cancellationToken);
        }

        await database.SaveChangesAsync(cancellationToken);
    }

    private async Task<List<CaptionOrder>> DeservedAsync(StoredHand hand, Eliminations eliminations, CancellationToken cancellationToken)
    {
        if (!hand.WasPlayed || (hand.Facts.IsBacklog && !options.Value.CaptionBacklog))
        {
            return [];
        }

        var book = await sources.ReadBookAsync(cancellationToken);
        var facts = book.WithAssignedNames(hand.Facts);
        var seats = eliminations.In(hand.StartTicks);
        var eliminated = facts.Players.Where(player => seats.Contains(player.Seat)).ToList();
        return [.. CaptionChoice.Choose(rules.Current.Rules, facts, eliminated).Select(caption => Order(hand, caption))];
    }

    private static CaptionOrder Order(StoredHand hand, ChosenCaption caption) => new()
    {
        Template = caption.Rule.Composition.Template,
        TriggerType = RuleWords<CaptionTrigger>.Of(caption.Rule.Trigger),
        TriggerId = TriggerIds.Of(hand.Facts),
        Subject = caption.Subject,
        Priority = caption.Rule.Priority,
        IsBacklog = hand.Facts.IsBacklog,
        SessionId = hand.SessionId,
        StartTicks = hand.StartTicks,
        Seat = caption.Player?.Seat,
        Options = caption.Rule.Options,
    };

    private static bool IsFor(LoggedCaption caption, CaptionOrder order)
        => caption.TriggerType == order.TriggerType && caption.Template == order.Template && caption.Subject == order.Subject && caption.RequestNo == order.RequestNo;

    private static string Reason(StoredHand hand)
        => hand.IsCalledOff ? $"hand {hand.Facts.HandNumber} was called off" : $"hand {hand.Facts.HandNumber}, as corrected, does not call for it";
}
