namespace Hub.Adapters.Persistence.Postgres.Outbox;

/// <summary>
/// The messages of one transaction that still have to be handed over, in order. The row goes when the last of them is with
/// the broker, and comes back when they have to travel again.
/// </summary>
internal sealed class OutboxScope
{
    /// <summary>Version 7, so that older scopes sort first.</summary>
    public Guid Id { get; init; }

    /// <summary>Not before this instant, by the database's clock; unset means at once.</summary>
    public DateTimeOffset DueAt { get; init; }

    /// <summary>Failed deliveries in a row.</summary>
    public int Attempts { get; init; }

    public string? LastError { get; init; }
}
