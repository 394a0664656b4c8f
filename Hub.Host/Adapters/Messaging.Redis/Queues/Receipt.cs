namespace Hub.Adapters.Messaging.Redis.Queues;

/// <summary>What a look at a queue brought.</summary>
/// <param name="IsDrained">Nothing is left.</param>
/// <param name="UntilNext">When something will be there without a ring; null when that is not known.</param>
/// <param name="PutAside">How many messages went to the error queue because they had been begun too often.</param>
/// <param name="Deliveries">The messages.</param>
internal sealed record Receipt(bool IsDrained, TimeSpan? UntilNext, long PutAside, IReadOnlyList<Delivery> Deliveries);
