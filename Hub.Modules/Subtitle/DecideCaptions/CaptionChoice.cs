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
            .Where(rule => rule.Enabled && rule.Trigger.IsOfHands() && Fires(rule.Trigger, hand, eliminated) && rule.When.Hold(hand))
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
        // A caption about one player without a name says nothing.
        => rule.Players is { } players
            ? Select(rule, players, hand, eliminated).Where(PlayerNames.HasName).Select(player => new ChosenCaption(rule, player))
            : [new ChosenCaption(rule, Player: null)];

    private static IEnumerable<HandPlayer> Select(CaptionRule rule, CaptionPlayers players, HandCaptured hand, IReadOnlyList<HandPlayer> eliminated) => players switch
    {
        CaptionPlayers.Winners => hand.Players.Where(player => player.IsWinner),
        CaptionPlayers.AllIn => hand.Players.Where(player => player.IsAllIn),
        CaptionPlayers.Eliminated => eliminated,
        CaptionPlayers.ShortStacks => hand.Players.Where(player => BecameShort(player, hand, rule.ShortBigBlinds)),
        _ => throw new ArgumentOutOfRangeException(nameof(players), players, "No such players."),
    };

    // Became, not is: a player who stays short for twenty hands is news once.
    private static bool BecameShort(HandPlayer player, HandCaptured hand, int bigBlinds)
        => !player.IsSittingOut && player.EndStack > 0 && player.EndStack <= bigBlinds * hand.BigBlind && player.StartStack > bigBlinds * hand.BigBlind;
}
