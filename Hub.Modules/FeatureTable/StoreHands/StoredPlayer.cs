namespace Hub.Modules.FeatureTable.StoreHands;

/// <summary>A player in <c>hands.players_json</c>: v1's four fields first.</summary>
internal sealed record StoredPlayer
{
    public required int Seat { get; init; }

    public required string Name { get; init; }

    /// <summary>Chips after the hand.</summary>
    public required long Stack { get; init; }

    public required IReadOnlyList<string> HoleCards { get; init; }

    public required string LongName { get; init; }

    public required long StartStack { get; init; }

    public required long EndStack { get; init; }

    /// <summary>Blinds and ante included, the uncalled part not.</summary>
    public required long ChipsPutIn { get; init; }

    public bool IsWinner { get; init; }

    public bool HasFolded { get; init; }

    public bool IsAllIn { get; init; }

    public bool WentOut { get; init; }

    public bool IsSittingOut { get; init; }

    public string? HandRank { get; init; }

    public int? EliminationRank { get; init; }

    public int VpipPercent { get; init; }
}
