namespace Hub.Adapters.Persistence.Postgres.Subscriptions;

/// <summary>That a consumer wants every message of a type. Messages are kept until all such consumers have had them.</summary>
internal sealed class Subscription
{
    /// <summary>MassTransit's hash of consumer type, message type and endpoint: one consumer class can have several.</summary>
    public Guid ConsumerId { get; init; }

    /// <summary>URN of the message type, as in <see cref="Outbox.StoredEnvelope.MessageTypes"/>.</summary>
    public required string MessageType { get; init; }

    public required string Endpoint { get; init; }

    /// <summary>Type of the consumer or saga, for people.</summary>
    public required string Consumer { get; init; }

    /// <summary>When a host that has the consumer last said so.</summary>
    public DateTimeOffset LastSeenAt { get; init; }
}
