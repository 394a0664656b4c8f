namespace Hub.Modules.Subtitle.Rules;

/// <summary>Which triggers come from where.</summary>
internal static class CaptionTriggers
{
    /// <summary>Words of the triggers that a rule may have.</summary>
    public static readonly IReadOnlyList<string> OfRules = [.. Enum.GetValues<CaptionTrigger>().Except([CaptionTrigger.Manual]).Select(RuleWords<CaptionTrigger>.Of)];

    /// <summary>Hands fire it, and its captions are about the hand or its players.</summary>
    public static bool IsOfHands(this CaptionTrigger trigger)
        => trigger is CaptionTrigger.HandCompleted or CaptionTrigger.PremiumHand or CaptionTrigger.AllIn or CaptionTrigger.PlayerEliminated;

    /// <summary>A tournament fires it, and its captions are about the tournament or the programme.</summary>
    public static bool IsOfTournaments(this CaptionTrigger trigger) => trigger is not CaptionTrigger.Manual && !trigger.IsOfHands();
}
