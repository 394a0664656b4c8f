namespace Hub.Adapters.Persistence.Postgres.Delivery;

/// <summary>What became of a scope: how far it got, and why not further.</summary>
/// <param name="ScopeId">The scope.</param>
/// <param name="SentOrdinals">Messages the broker has accepted.</param>
/// <param name="IsComplete">Whether the broker has all of it.</param>
/// <param name="Error">Why the next one was not accepted; null when all were, or delivery was told to stop.</param>
internal sealed record ScopeOutcome(Guid ScopeId, IReadOnlyList<int> SentOrdinals, bool IsComplete, string? Error);
