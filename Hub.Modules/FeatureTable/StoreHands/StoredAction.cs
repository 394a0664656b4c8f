namespace Hub.Modules.FeatureTable.StoreHands;

/// <summary>An action in <c>hands.actions_json</c>.</summary>
internal sealed record StoredAction
{
    /// <summary>As exported, in snake case: fold, check, call, bet, all_in, board_card.</summary>
    public required string Action { get; init; }

    public int? Seat { get; init; }

    /// <summary>What the player then has in on the street.</summary>
    public long? Amount { get; init; }

    /// <summary>The pot before the action, where the export states it.</summary>
    public long? Pot { get; init; }

    public string? Card { get; init; }
}
