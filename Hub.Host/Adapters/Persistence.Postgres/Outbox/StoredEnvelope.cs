namespace Hub.Adapters.Persistence.Postgres.Outbox;

/// <summary>What the broker has to be told of a message, in columns of the same names wherever a message is stored.</summary>
internal abstract class StoredEnvelope
{
    public Guid MessageId { get; init; }

    /// <summary>Name of the receive endpoint it was sent to; null when it was published.</summary>
    public string? Endpoint { get; init; }

    /// <summary>CLR type it was published as, to find its address on another broker; null when it was sent.</summary>
    public string? PublishedType { get; init; }

    /// <summary>URNs of the type and of everything it implements that consumers can subscribe to.</summary>
    public string[] MessageTypes { get; init; } = [];

    public string ContentType { get; init; } = "";

    /// <summary>Text, not jsonb: jsonb reorders keys, and the serializer wants <c>$type</c> first.</summary>
    public string Body { get; init; } = "";

    public string? Headers { get; init; }

    /// <summary>What the transport needs besides headers, such as a routing key.</summary>
    public string? Properties { get; init; }

    public Guid? RequestId { get; init; }

    public Guid? CorrelationId { get; init; }

    public Guid? ConversationId { get; init; }

    public Guid? InitiatorId { get; init; }

    public string? SourceAddress { get; init; }

    public string DestinationAddress { get; init; } = "";

    public string? ResponseAddress { get; init; }

    public string? FaultAddress { get; init; }

    /// <summary>Nobody wants it after this instant.</summary>
    public DateTimeOffset? ExpiresAt { get; init; }
}
