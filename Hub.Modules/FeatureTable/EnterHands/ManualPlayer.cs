namespace Hub.Modules.FeatureTable.EnterHands;

/// <summary>A player of a hand as a person types it in.</summary>
internal sealed record ManualPlayer
{
    /// <summary>1 to 10; required.</summary>
    public int? Seat { get; init; }

    /// <summary>Display name; required.</summary>
    public string? Name { get; init; }

    /// <summary>Full name.</summary>
    public string? LongName { get; init; }

    /// <summary>Chips before blinds and ante; required.</summary>
    public long? StartStack { get; init; }

    /// <summary>Chips after the pot was paid; required.</summary>
    public long? EndStack { get; init; }

    /// <summary>Two cards, or none.</summary>
    public IReadOnlyList<string?>? HoleCards { get; init; }

    /// <summary>Left out: whoever did not win folded, unless the board was complete and he lost chips or showed cards.</summary>
    public bool? Folded { get; init; }

    /// <summary>Left out: whoever lost everything was.</summary>
    public bool? AllIn { get; init; }

    /// <summary>Place in which the player went out; FINAL_TABLE only.</summary>
    public int? EliminationRank { get; init; }

    /// <summary>Whole per cent over the session so far.</summary>
    public int? VpipPercent { get; init; }
}
