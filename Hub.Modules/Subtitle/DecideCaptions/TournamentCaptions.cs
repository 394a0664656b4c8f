using Hub.Modules.Subtitle.Rules;

namespace Hub.Modules.Subtitle.DecideCaptions;

/// <summary>Orders the captions that a moment of a tournament deserves by the rules, in the caller's transaction.</summary>
internal sealed class TournamentCaptions(CaptionRulesStore rules, CaptionOrders orders)
{
    /// <param name="trigger">A trigger of tournaments.</param>
    /// <param name="eventCode">The tournament.</param>
    /// <param name="triggerId">The moment, at most 100 characters; fired again with the same one nothing new is rendered.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public async Task FireAsync(CaptionTrigger trigger, string eventCode, string triggerId, CancellationToken cancellationToken)
    {
        if (!trigger.IsOfTournaments())
        {
            throw new ArgumentOutOfRangeException(nameof(trigger), trigger, "Hands fire this trigger, or a person.");
        }

        foreach (var order in TournamentChoice.Choose(rules.Current.Rules, trigger, eventCode, triggerId))
        {
            await orders.OrderAsync(order, cancellationToken);
        }
    }
}
