namespace Hub.Adapters.Persistence.Postgres.Outbox;

/// <summary>A message as it will travel. Kept until every subscribed consumer has its inbox row.</summary>
internal sealed class OutboxMessage : StoredEnvelope
{
    public Guid ScopeId { get; set; }

    /// <summary>Place within the scope, from 0.</summary>
    public int Ordinal { get; set; }

    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>When it was last handed to the broker; null while that is still to be done.</summary>
    public DateTimeOffset? SentAt { get; init; }

    /// <summary>How often it was handed over.</summary>
    public int Sends { get; init; }
}
