using Hub.Modules.FeatureTable.Domain.Cards;

namespace Hub.Modules.FeatureTable.Domain.Hands;

/// <summary>One event of a hand, in the order it happened.</summary>
internal sealed record RecordedAction
{
    public required ActionKind Kind { get; init; }

    /// <summary>The kind as exported.</summary>
    public required string Name { get; init; }

    /// <summary>Seat of the player, or 0 for a board card.</summary>
    public int Seat { get; init; }

    /// <summary>What the player has in <b>on this street</b> after a call, bet or all-in; otherwise 0.</summary>
    public long StreetTotal { get; init; }

    /// <summary>The pot <b>before</b> this action, where the event states it: not for folds and board cards.</summary>
    public long? PotBefore { get; init; }

    /// <summary>The card dealt, or null when it could not be read.</summary>
    public Card? BoardCard { get; init; }

    /// <summary>1 for the only board seen so far; more when the board is run again.</summary>
    public int BoardNumber { get; init; } = 1;

    public bool PutsChipsIn => StreetTotal > 0 && Kind is ActionKind.Call or ActionKind.Bet or ActionKind.AllIn or ActionKind.Other;
}
