using Hub.Contracts.FeatureTable;
using Hub.Modules.Subtitle.Captions;
using Hub.Modules.Subtitle.Rules;

namespace Hub.Modules.Subtitle.DecideCaptions;

/// <summary>Which captions a hand deserves by the rules. Pure.</summary>
internal static class CaptionChoice
{
    /// <summary>
    /// In the order of the rules, players by seat. Where two rules with one trigger want the same caption of the same player,
    /// the first in the file decides: the second would be refused as a repeat.
    /// </summary>
    public static IReadOnlyList<ChosenCaption> Choose(CaptionRules rules, HandCaptured hand, IReadOnlyList<HandPlayer> eliminated)
        => [.. rules.Rules
            .Where(rule => rule.Enabled && Fires(rule.Trigger, hand, eliminated) && rule.When.Hold(hand))
            .SelectMany(rule => Captions(rule, hand, eliminated))
            .DistinctBy(caption => (caption.Rule.Trigger, caption.Rule.Composition.Template, caption.Subject))];

    private static bool Fires(CaptionTrigger trigger, HandCaptured hand, IReadOnlyList<HandPlayer> eliminated) => trigger switch
    {
        CaptionTrigger.HandCompleted => true,
        CaptionTrigger.PremiumHand => hand.IsPremium,
        CaptionTrigger.AllIn => hand.IsAllIn,
        CaptionTrigger.PlayerEliminated => eliminated.Count > 0,
        _ => throw new ArgumentOutOfRangeException(nameof(trigger), trigger, "No such trigger."),
    };

    private static IEnumerable<ChosenCaption> Captions(CaptionRule rule, HandCaptured hand, IReadOnlyList<HandPlayer> eliminated)
        => rule.Players is { } players
            ? Select(players, hand, eliminated).Where(HasName).Select(player => new ChosenCaption(rule, player))
            : [new ChosenCaption(rule, Player: null)];

    // A caption about one player without a name says nothing.
    private static bool HasName(HandPlayer player) => player.FullName().Length > 0;

    private static IEnumerable<HandPlayer> Select(CaptionPlayers players, HandCaptured hand, IReadOnlyList<HandPlayer> eliminated) => players switch
    {
        CaptionPlayers.Winners => hand.Players.Where(player => player.IsWinner),
        CaptionPlayers.AllIn => hand.Players.Where(player => player.IsAllIn),
        CaptionPlayers.Eliminated => eliminated,
        _ => throw new ArgumentOutOfRangeException(nameof(players), players, "No such players."),
    };
}
