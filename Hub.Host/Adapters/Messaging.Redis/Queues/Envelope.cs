using System.Text.Json;
using System.Text.Json.Nodes;
using MassTransit;
using MassTransit.Serialization;
using MassTransit.SqlTransport;

namespace Hub.Adapters.Messaging.Redis.Queues;

/// <summary>Writes into a message what the engine leaves to the transport's headers, but its consumers look for in the message's own.</summary>
internal static class Envelope
{
    /// <summary>Notes in the message how often it was redelivered, if it was.</summary>
    public static void NoteRedeliveries(SqlTransportMessage message)
    {
        if (message.TransportHeaders is null || message.ContentType != SystemTextJsonMessageSerializer.JsonContentType.MediaType
            || message.GetTransportHeaders().Get<int>(MessageHeaders.RedeliveryCount) is not { } count)
            return;
        try
        {
            if (JsonNode.Parse(message.BinaryBody) is not JsonObject envelope)
                return;
            if (envelope["headers"] is not JsonObject headers)
                envelope["headers"] = headers = [];
            headers[MessageHeaders.RedeliveryCount] = count;
            message.BinaryBody = JsonSerializer.SerializeToUtf8Bytes(envelope, SystemTextJsonMessageSerializer.Options);
        }
        catch (JsonException)
        {
            // Whoever reads it will say so.
        }
    }
}
