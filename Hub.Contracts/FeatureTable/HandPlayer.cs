namespace Hub.Contracts.FeatureTable;

/// <summary>One seat of a hand, with what was derived for its player. Amounts are whole chips.</summary>
public sealed record HandPlayer
{
    /// <summary>Seat, 1 to 10. A seat is not a person: players change seats between hands.</summary>
    public required int Seat { get; init; }

    /// <summary>Display name as exported; never null, may be empty.</summary>
    public required string Name { get; init; }

    /// <summary>Full name as exported; empty where the operator has not filled it in yet.</summary>
    public required string LongName { get; init; }

    /// <summary>Chips before blinds and ante.</summary>
    public required long StartStack { get; init; }

    /// <summary>Chips after the pot was paid, as exported (may have been typed over by the operator).</summary>
    public required long EndStack { get; init; }

    /// <summary>Two cards such as <c>Ah</c>, <c>Td</c>, or none when no card was read.</summary>
    public required IReadOnlyList<string> HoleCards { get; init; }

    /// <summary>The seat is empty or its player absent.</summary>
    public bool IsSittingOut { get; init; }

    /// <summary>The player folded during the hand.</summary>
    public bool HasFolded { get; init; }

    /// <summary>The player's last chip went in during the hand.</summary>
    public bool IsAllIn { get; init; }

    /// <summary>The player got a part of the pot.</summary>
    public bool IsWinner { get; init; }

    /// <summary>Chips put in during the hand, blinds and ante included, the uncalled part not.</summary>
    public long ChipsPutIn { get; init; }

    /// <summary>Best five of seven at the showdown (one of v1's ten names), or null where the player did not get there or cards are unknown.</summary>
    public string? HandRank { get; init; }

    /// <summary>The player had chips at the start and none at the end.</summary>
    public bool WentOut { get; init; }

    /// <summary>Place in which the player went out, 1 and up, or null. Only FINAL_TABLE exports give it, from the hand of the elimination on.</summary>
    public int? EliminationRank { get; init; }

    /// <summary>Voluntarily put money in pot, whole per cent over the session so far.</summary>
    public int VpipPercent { get; init; }
}
