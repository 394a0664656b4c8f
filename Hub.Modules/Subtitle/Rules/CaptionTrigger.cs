namespace Hub.Modules.Subtitle.Rules;

/// <summary>What causes a caption; written to <c>trigger_type</c> in snake case.</summary>
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

    /// <summary>A tournament has reached another level.</summary>
    LevelChange = 4,

    /// <summary>A feature table was assigned to another tournament.</summary>
    FeatureTableChange = 5,

    /// <summary>No more players are left in a tournament than places are paid.</summary>
    ItmReached = 6,

    /// <summary>A tournament's day begins.</summary>
    DayStart = 7,

    /// <summary>A tournament goes on after a break.</summary>
    BreakEnd = 8,

    /// <summary>A person has asked; no rule fires for it.</summary>
    Manual = 9,
}
