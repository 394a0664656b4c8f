namespace Hub.Adapters.Persistence.Postgres.Delivery;

/// <summary>What delivery found at one look.</summary>
/// <param name="Taken">Scopes it has delivered, or tried to.</param>
/// <param name="UntilNext">When the next one is due; null when none is known.</param>
internal sealed record DeliveryLook(int Taken, TimeSpan? UntilNext);
