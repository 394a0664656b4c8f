namespace Hub.Adapters.Persistence.Postgres.BrokerLoss;

/// <summary>Up to which loss a part has sent its work again.</summary>
internal sealed class BrokerRecovery
{
    /// <summary>Name of the <see cref="KnownBroker"/>.</summary>
    public required string Broker { get; init; }

    /// <summary>Name of the work.</summary>
    public required string Part { get; init; }

    public long Generation { get; init; }
}
