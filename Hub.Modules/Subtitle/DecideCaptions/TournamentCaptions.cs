using Hub.Modules.Subtitle.Rules;
using Hub.Modules.Subtitle.Tournaments;
using Microsoft.Extensions.Logging;

namespace Hub.Modules.Subtitle.DecideCaptions;

/// <summary>Orders the captions that a moment of a tournament deserves by the rules, in the caller's transaction.</summary>
internal sealed partial class TournamentCaptions(CaptionRulesStore rules, TournamentReader tournaments, CaptionOrders orders, ILogger<TournamentCaptions> logger)
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

        var chosen = TournamentChoice.Choose(rules.Current.Rules, trigger, eventCode, triggerId);
        if (chosen.Count > 0 && await tournaments.FindAsync(eventCode, cancellationToken) is null)
        {
            NotKnown(logger, eventCode, trigger);
            return;
        }

        foreach (var order in chosen)
        {
            await orders.OrderAsync(order, cancellationToken);
        }
    }

    // A table may be assigned to a tournament before that is imported.
    [LoggerMessage(Level = LogLevel.Information, Message = "No captions for {Trigger} of {EventCode}: that tournament is not known yet")]
    private static partial void NotKnown(ILogger logger, string eventCode, CaptionTrigger trigger);
}
