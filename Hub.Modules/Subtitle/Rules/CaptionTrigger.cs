namespace Hub.Modules.Subtitle.Rules;

/// <summary>What makes a rule look at a hand; written to <c>trigger_type</c> in snake case.</summary>
internal enum CaptionTrigger
{
    /// <summary>Every hand that was played.</summary>
    HandCompleted = 0,

    /// <summary>A hand shown down with a full house or better.</summary>
    PremiumHand = 1,

    /// <summary>A hand in which somebody's last chip went in.</summary>
    AllIn = 2,

    /// <summary>A hand in which a player went out in a place. At a feature table exports give no place: a bust may be a re-entry.</summary>
    PlayerEliminated = 3,
}
