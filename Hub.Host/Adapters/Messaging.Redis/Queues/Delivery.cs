using System.Globalization;
using MassTransit;
using MassTransit.SqlTransport;
using StackExchange.Redis;

namespace Hub.Adapters.Messaging.Redis.Queues;

/// <summary>A message that was given to this consumer. It stays the consumer's as long as the entry says so: same consumer, same count.</summary>
internal sealed class Delivery
{
    private const int BitsOfSequence = 20;
    private readonly RedisResult[] _fields;

    /// <param name="reply">Lane, id, count, taken over, fields: as the script <c>receive</c> answers.</param>
    /// <param name="queue">Queue.</param>
    /// <param name="receivedAt">Time stamp of the moment the question was asked: the lock began later.</param>
    public Delivery(RedisResult[] reply, string queue, long receivedAt)
    {
        Lane = (string)reply[0]!;
        Id = (string)reply[1]!;
        Count = (long)reply[2];
        IsTakenOver = (long)reply[3] == 1;
        _fields = (RedisResult[])reply[4]!;
        Queue = queue;
        LockedAt = receivedAt;
    }

    /// <summary>Names this delivery to the bus.</summary>
    public Guid LockId { get; } = NewId.NextGuid();

    public string Queue { get; }

    public string Lane { get; }

    /// <summary>Of the stream's entry: milliseconds, dash, sequence.</summary>
    public string Id { get; }

    /// <summary>How often this entry was delivered, this time included.</summary>
    public long Count { get; }

    public bool IsTakenOver { get; }

    /// <summary>It was begun twice and never ended: its consumers may die of it, so it begins alone among its kind.</summary>
    public bool IsSuspect => Count > 2;

    /// <summary>How often the message was delivered in entries before this one.</summary>
    public long CountBefore { get; private set; }

    /// <summary>Time stamp since which the lock has certainly not been renewed.</summary>
    public long LockedAt { get; set; }

    /// <summary>How the scripts want to be told of it.</summary>
    public IEnumerable<RedisValue> Words => [Lane, Id, Count];

    public SqlTransportMessage ToMessage()
    {
        var dash = Id.IndexOf('-', StringComparison.Ordinal);
        var milliseconds = long.Parse(Id.AsSpan(0, dash), CultureInfo.InvariantCulture);
        var message = new SqlTransportMessage
        {
            QueueName = Queue,
            LockId = LockId,
            BinaryBody = [],
            MessageDeliveryId = (milliseconds << BitsOfSequence) + long.Parse(Id.AsSpan(dash + 1), CultureInfo.InvariantCulture),
            EnqueueTime = DateTimeOffset.FromUnixTimeMilliseconds(milliseconds).UtcDateTime,
        };
        for (var index = 0; index + 1 < _fields.Length; index += 2)
            Read((string)_fields[index]!, _fields[index + 1], message);
        // The bus wants the times before this one: with any of them it calls the message redelivered.
        message.DeliveryCount = (int)(Count - 1 + CountBefore);
        Envelope.NoteRedeliveries(message);
        return message;
    }

    private void Read(string field, RedisResult value, SqlTransportMessage message)
    {
        switch (field)
        {
            case "b":
                message.BinaryBody = (byte[])value!;
                break;
            case "c":
                message.ContentType = (string)value!;
                break;
            case "i" when Guid.TryParse((string)value!, out var messageId):
                message.MessageId = messageId;
                break;
            case "t" when Guid.TryParse((string)value!, out var transportId):
                message.TransportMessageId = transportId;
                break;
            case "x" when long.TryParse((string)value!, CultureInfo.InvariantCulture, out var expires):
                message.ExpirationTime = DateTimeOffset.FromUnixTimeMilliseconds(expires).UtcDateTime;
                break;
            case "p" when short.TryParse((string)value!, CultureInfo.InvariantCulture, out var priority):
                message.Priority = priority;
                break;
            case "h" when (string)value! is { Length: > 0 } headers:
                message.TransportHeaders = headers;
                break;
            case "d" when long.TryParse((string)value!, CultureInfo.InvariantCulture, out var before):
                CountBefore = before;
                break;
        }
    }
}
