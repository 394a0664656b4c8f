using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Xml;

namespace Hub.Host.Commands.Replay;

/// <summary>
/// Moves a recorded session in time, which also gives it an ID of its own. Without that a second replay into the same hub would
/// show nothing, every hand being known.
/// </summary>
internal static class SessionInTime
{
    private static readonly JsonSerializerOptions Raw = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The same session with its last hand ending at <paramref name="endsAt"/>.</summary>
    /// <exception cref="JsonException">It is no export of a session with hands.</exception>
    public static byte[] EndingAt(ReadOnlySpan<byte> export, DateTimeOffset endsAt)
    {
        try
        {
            var session = JsonNode.Parse(export)!.AsObject();
            JsonObject[] hands = [.. session["Hands"]!.AsArray().Select(hand => hand!.AsObject())];
            var shift = endsAt - EndOf(hands[^1]);
            foreach (var hand in hands)
                Move(hand, shift);

            var created = Instant(session["CreatedDateTimeUTC"]) + shift;
            session["CreatedDateTimeUTC"] = Text(created);
            session["ID"] = created.UtcTicks;
            return JsonSerializer.SerializeToUtf8Bytes(session, Raw);
        }
        catch (Exception exception) when (exception is NullReferenceException or InvalidOperationException or FormatException or IndexOutOfRangeException)
        {
            throw new JsonException("This is no PokerGFX export of a session with hands.", exception);
        }
    }

    /// <summary>Moves a hand, as its start is told twice.</summary>
    public static void Move(JsonObject hand, TimeSpan shift)
    {
        hand["StartDateTimeUTC"] = Text(StartOf(hand) + shift);
        hand["RecordingOffsetStart"] = XmlConvert.ToString(Span(hand["RecordingOffsetStart"]) + shift);
    }

    public static DateTimeOffset StartOf(JsonObject hand) => Instant(hand["StartDateTimeUTC"]);

    public static DateTimeOffset EndOf(JsonObject hand) => StartOf(hand) + Span(hand["Duration"]);

    private static DateTimeOffset Instant(JsonNode? node) => DateTimeOffset.Parse(node!.GetValue<string>(), CultureInfo.InvariantCulture);

    private static TimeSpan Span(JsonNode? node) => XmlConvert.ToTimeSpan(node!.GetValue<string>());

    private static string Text(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fffffff'Z'", CultureInfo.InvariantCulture);
}
