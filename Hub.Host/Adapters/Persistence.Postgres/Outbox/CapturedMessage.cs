using MassTransit;
using MassTransit.Context;
using MassTransit.Serialization;
using MassTransit.Transports;

namespace Hub.Adapters.Persistence.Postgres.Outbox;

/// <summary>A message taken from the code that sends it, serialized at once so that later changes to the object do not travel.</summary>
/// <param name="MessageType">Short name, for logs.</param>
/// <param name="Delay">How long delivery has to wait after the commit; null for not at all.</param>
/// <param name="ToRow">Makes the row, given its place.</param>
internal sealed record CapturedMessage(string MessageType, TimeSpan? Delay, Func<Guid, int, OutboxMessage> ToRow)
{
    public static CapturedMessage From<T>(SendContext<T> context, bool published, DateTimeOffset now)
        where T : class
    {
        var messageId = context.MessageId ?? throw new MessageException(typeof(T), "A message needs a MessageId to pass the outbox");
        var destination = context.DestinationAddress ?? throw new MessageException(typeof(T), "A message needs a destination to pass the outbox");
        var body = context.Serializer.GetMessageBody(context).GetString();
        var headers = SystemTextJsonMessageSerializer.Instance.SerializeDictionary(context.Headers.GetAll());
        var properties = TransportProperties(context);

        return new CapturedMessage(TypeCache<T>.ShortName, context.Delay, (scopeId, ordinal) => new OutboxMessage
        {
            ScopeId = scopeId,
            Ordinal = ordinal,
            MessageId = messageId,
            Endpoint = published ? null : destination.GetEndpointName(),
            PublishedType = published ? typeof(T).AssemblyQualifiedName : null,
            MessageTypes = context.SupportedMessageTypes,
            ContentType = (context.ContentType ?? context.Serialization.DefaultContentType).ToString(),
            Body = body,
            Headers = headers,
            Properties = properties,
            RequestId = context.RequestId,
            CorrelationId = context.CorrelationId,
            ConversationId = context.ConversationId,
            InitiatorId = context.InitiatorId,
            SourceAddress = context.SourceAddress?.ToString(),
            DestinationAddress = destination.ToString(),
            ResponseAddress = context.ResponseAddress?.ToString(),
            FaultAddress = context.FaultAddress?.ToString(),
            ExpiresAt = now + context.TimeToLive,
        });
    }

    private static string? TransportProperties<T>(SendContext<T> context)
        where T : class
    {
        if (context is not TransportSendContext transport)
        {
            return null;
        }

        var properties = new Dictionary<string, object>(StringComparer.OrdinalIgnoreCase);
        transport.WritePropertiesTo(properties);
        return properties.Count == 0 ? null : SystemTextJsonMessageSerializer.Instance.SerializeDictionary(properties);
    }
}
