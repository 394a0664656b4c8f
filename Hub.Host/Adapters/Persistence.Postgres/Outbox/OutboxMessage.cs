namespace Hub.Adapters.Persistence.Postgres.Outbox;

/// <summary>A message as it will travel. Kept until every subscribed consumer has its inbox row.</summary>
internal sealed class OutboxMessage
{
    public Guid ScopeId { get; init; }

    /// <summary>Place within the scope, from 0.</summary>
    public int Ordinal { get; init; }

    public Guid MessageId { get; init; }

    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>When it was last handed to the broker; null while that is still to be done.</summary>
    public DateTimeOffset? SentAt { get; init; }

    /// <summary>How often it was handed over.</summary>
    public int Sends { get; init; }

    /// <summary>Name of the receive endpoint it was sent to; null when it was published.</summary>
    public string? Endpoint { get; init; }

    /// <summary>CLR type it was published as, to find its address on another broker; null when it was sent.</summary>
    public string? PublishedType { get; init; }

    /// <summary>URNs of the type and of everything it implements that consumers can subscribe to.</summary>
    public required string[] MessageTypes { get; init; }

    public required string ContentType { get; init; }

    /// <summary>Text, not jsonb: jsonb reorders keys, and the serializer wants <c>$type</c> first.</summary>
    public required string Body { get; init; }

    public string? Headers { get; init; }

    /// <summary>What the transport needs besides headers, such as a routing key.</summary>
    public string? Properties { get; init; }

    public Guid? RequestId { get; init; }

    public Guid? CorrelationId { get; init; }

    public Guid? ConversationId { get; init; }

    public Guid? InitiatorId { get; init; }

    public string? SourceAddress { get; init; }

    public required string DestinationAddress { get; init; }

    public string? ResponseAddress { get; init; }

    public string? FaultAddress { get; init; }

    /// <summary>Nobody wants it after this instant.</summary>
    public DateTimeOffset? ExpiresAt { get; init; }
}
