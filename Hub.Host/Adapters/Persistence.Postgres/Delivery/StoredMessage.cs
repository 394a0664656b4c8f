using Hub.Adapters.Persistence.Postgres.Outbox;
using MassTransit;
using MassTransit.Metadata;
using MassTransit.Middleware;
using MassTransit.Serialization;

namespace Hub.Adapters.Persistence.Postgres.Delivery;

/// <summary>An outbox row as MassTransit's send pipe for stored messages reads it.</summary>
/// <param name="row">The row.</param>
/// <param name="destination">Where it goes now.</param>
internal sealed class StoredMessage(OutboxMessage row, Uri destination) : OutboxMessageContext
{
    public long SequenceNumber => row.Ordinal;

    public Guid MessageId => row.MessageId;

    Guid? MessageContext.MessageId => row.MessageId;

    public string ContentType => row.ContentType;

    public string MessageType { get; } = string.Join(';', row.MessageTypes);

    public string Body => row.Body;

    public Headers Headers { get; } = SystemTextJsonMessageSerializer.Instance.DeserializeDictionary<object?>(row.Headers) is { } headers
        ? new DictionarySendHeaders(headers)
        : EmptyHeaders.Instance;

    public IReadOnlyDictionary<string, object> Properties { get; } = SystemTextJsonMessageSerializer.Instance.DeserializeDictionary<object>(row.Properties) ?? [];

    public Guid? RequestId => row.RequestId;

    public Guid? CorrelationId => row.CorrelationId;

    public Guid? ConversationId => row.ConversationId;

    public Guid? InitiatorId => row.InitiatorId;

    public Uri? SourceAddress => ToUri(row.SourceAddress);

    public Uri DestinationAddress => destination;

    Uri? MessageContext.DestinationAddress => DestinationAddress;

    public Uri? ResponseAddress => ToUri(row.ResponseAddress);

    public Uri? FaultAddress => ToUri(row.FaultAddress);

    public DateTime? ExpirationTime => row.ExpiresAt?.UtcDateTime;

    public DateTime? SentTime => row.CreatedAt.UtcDateTime;

    public HostInfo Host => HostMetadataCache.Host;

    private static Uri? ToUri(string? address) => address is null ? null : new Uri(address);
}
