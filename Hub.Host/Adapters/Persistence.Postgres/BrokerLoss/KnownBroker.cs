namespace Hub.Adapters.Persistence.Postgres.BrokerLoss;

/// <summary>What the last look at a broker has shown. The broker holds the same counter: they differ when either was set back.</summary>
internal sealed class KnownBroker
{
    public required string Name { get; init; }

    /// <summary>Null until the first look.</summary>
    public string? RunId { get; init; }

    /// <summary>
    /// Milliseconds since 1970, and always more than before. Not 1, 2, 3: a number is never given twice, so a broker that was set back cannot
    /// happen to have the right one.
    /// </summary>
    public long Counter { get; init; }

    public long Repairs { get; init; }

    /// <summary>Grows with each loss. Whoever has sent its work again for a lower one has to do so once more.</summary>
    public long Generation { get; init; }

    public DateTimeOffset SeenAt { get; init; }

    public DateTimeOffset? LostAt { get; init; }

    /// <summary>Judges what a look shows; null when the broker holds what it was given.</summary>
    public BrokerLossReason? Judge(BrokerState state) => this switch
    {
        { RunId: null } => BrokerLossReason.FirstSeen,
        _ when state.RunId != RunId => BrokerLossReason.Restarted,
        _ when state.PreviousCounter is null => BrokerLossReason.Emptied,
        _ when state.PreviousCounter != Counter => BrokerLossReason.SetBack,
        _ when state.Repairs != Repairs => BrokerLossReason.Repaired,
        _ => null,
    };
}
