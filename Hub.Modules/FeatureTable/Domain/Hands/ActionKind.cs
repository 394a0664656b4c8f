namespace Hub.Modules.FeatureTable.Domain.Hands;

/// <summary>What happened in one event of a hand. Posting blinds and ante is no event, nor is winning or showing.</summary>
internal enum ActionKind
{
    /// <summary>A kind this hub does not know; its chips, if it states any, are counted.</summary>
    Other,
    Fold,
    Check,
    Call,

    /// <summary>A bet or a raise.</summary>
    Bet,

    /// <summary>The player's last chip goes in, as a bet, raise or call.</summary>
    AllIn,
    BoardCard,
}
