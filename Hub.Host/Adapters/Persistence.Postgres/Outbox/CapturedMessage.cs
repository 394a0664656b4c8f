using Hub.Adapters.Persistence.Postgres.Timers;
using MassTransit;
using MassTransit.Context;
using MassTransit.Serialization;
using MassTransit.Transports;

namespace Hub.Adapters.Persistence.Postgres.Outbox;

/// <summary>A message taken from the code that sends it, serialized at once so that later changes to the object do not travel.</summary>
internal sealed class CapturedMessage
{
    private readonly SendContext _context;
    private readonly Guid _messageId;
    private readonly Uri _destination;
    private readonly string? _publishedType;
    private readonly string _body;
    private readonly string? _headers;
    private readonly string? _properties;
    private readonly DateTimeOffset _sentAt;

    private CapturedMessage(SendContext context, Type type, bool published, string body, DateTimeOffset now)
    {
        Timer = context.TryGetPayload<TimerTerms>(out var terms) ? terms : null;
        MessageType = type.Name;
        _context = context;
        _messageId = context.MessageId ?? throw new MessageException(type, "A message needs a MessageId to pass the outbox");
        _destination = context.DestinationAddress ?? throw new MessageException(type, "A message needs a destination to pass the outbox");
        _publishedType = published ? type.AssemblyQualifiedName : null;
        _body = body;
        _headers = SystemTextJsonMessageSerializer.Instance.SerializeDictionary(context.Headers.GetAll());
        _properties = TransportProperties(context);
        _sentAt = now + (Timer?.Delay ?? TimeSpan.Zero);
    }

    /// <summary>Short name, for logs.</summary>
    public string MessageType { get; }

    /// <summary>How long delivery has to wait after the commit; null for not at all.</summary>
    public TimeSpan? Delay => _context.Delay;

    /// <summary>When it is to be sent, if not with the commit.</summary>
    public TimerTerms? Timer { get; }

    public static CapturedMessage From<T>(SendContext<T> context, bool published, DateTimeOffset now)
        where T : class
        => new(context, typeof(T), published, context.Serializer.GetMessageBody(context).GetString(), now);

    /// <summary>Makes the row; its place or time is for the caller to add.</summary>
    public TRow ToRow<TRow>()
        where TRow : StoredEnvelope, new()
        => new()
        {
            MessageId = _messageId,
            Endpoint = _publishedType is null ? _destination.GetEndpointName() : null,
            PublishedType = _publishedType,
            MessageTypes = _context.SupportedMessageTypes,
            ContentType = (_context.ContentType ?? _context.Serialization.DefaultContentType).ToString(),
            Body = _body,
            Headers = _headers,
            Properties = _properties,
            RequestId = _context.RequestId,
            CorrelationId = _context.CorrelationId,
            ConversationId = _context.ConversationId,
            InitiatorId = _context.InitiatorId,
            SourceAddress = _context.SourceAddress?.ToString(),
            DestinationAddress = _destination.ToString(),
            ResponseAddress = _context.ResponseAddress?.ToString(),
            FaultAddress = _context.FaultAddress?.ToString(),
            ExpiresAt = _sentAt + _context.TimeToLive,
        };

    private static string? TransportProperties(SendContext context)
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
