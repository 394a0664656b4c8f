using System.Text.Json;
using MassTransit;
using MassTransit.Serialization;

namespace Hub.Adapters.Messaging.Redis.Queues;

/// <summary>Headers that the transport adds beside a message, as the bus reads them again.</summary>
internal static class TransportHeaders
{
    /// <summary>Of a message that was begun as often as allowed.</summary>
    public static string OverDeliveryLimit { get; } = Serialize(
    [
        new(MessageHeaders.Reason, "delivery limit"),
        new(MessageHeaders.FaultMessage, "Begun too often and never ended: its consumers died, or lost their locks."),
    ]);

    public static string Serialize(IEnumerable<KeyValuePair<string, object>> headers) => JsonSerializer.Serialize(headers.ToList(), SystemTextJsonMessageSerializer.Options);
}
