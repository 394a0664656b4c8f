namespace Hub.Modules.FeatureTable.EnterHands;

/// <summary>A hand as a person types it in, since the table's readers failed. Amounts are whole chips.</summary>
internal sealed record ManualHand
{
    /// <summary>Table as configured for its folder; required.</summary>
    public string? Table { get; init; }

    /// <summary>FEATURE_TABLE, the default, or FINAL_TABLE.</summary>
    public string? SessionType { get; init; }

    /// <summary>Required; once for each table and day.</summary>
    public int? HandNumber { get; init; }

    /// <summary>Start of the deal; now if left out.</summary>
    public DateTimeOffset? StartedAt { get; init; }

    public int? DurationSeconds { get; init; }

    public long? SmallBlind { get; init; }

    public long? BigBlind { get; init; }

    /// <summary>Of the whole table.</summary>
    public long? Ante { get; init; }

    public int? ButtonSeat { get; init; }

    /// <summary>All chips put in less the uncalled part.</summary>
    public long? Pot { get; init; }

    /// <summary>0, 3, 4 or 5 cards in the order dealt: <c>Ah</c>, <c>Td</c>.</summary>
    public IReadOnlyList<string?>? Board { get; init; }

    /// <summary>Seats of those who got the pot; needed only where neither stacks nor cards tell.</summary>
    public IReadOnlyList<int>? Winners { get; init; }

    /// <summary>Two or more who were dealt in; required.</summary>
    public IReadOnlyList<ManualPlayer?>? Players { get; init; }
}
