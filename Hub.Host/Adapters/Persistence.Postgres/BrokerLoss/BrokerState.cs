namespace Hub.Adapters.Persistence.Postgres.BrokerLoss;

/// <summary>What a look at a broker shows.</summary>
/// <param name="RunId">Another one after each start of the broker.</param>
/// <param name="PreviousCounter">The counter of the look before; null when the broker has none.</param>
/// <param name="Repairs">How many queues were found missing and made anew; counted by the broker.</param>
public sealed record BrokerState(string RunId, long? PreviousCounter, long Repairs);
