using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Xml;

namespace Hub.Host.Commands.Demo.Live;

/// <summary>
/// A recorded session that is played again as a new one: moved in time so that its last hand ends now, which also gives it
/// an ID of its own. Without that a second demo on the same data would show nothing, every hand being known.
/// </summary>
internal sealed class SessionReel
{
    private static readonly JsonSerializerOptions Raw = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly string _frame;
    private readonly string[] _hands;

    private SessionReel(long id, string frame, string[] hands) => (Id, _frame, _hands) = (id, frame, hands);

    /// <summary>The session's ID: .NET ticks of its creation.</summary>
    public long Id { get; }

    /// <summary>How many hands there are to play.</summary>
    public int HandCount => _hands.Length;

    /// <summary>Name of the file that PokerGFX would write.</summary>
    public string FileName => $"PGFX_live_data_export GameID={Id}.json";

    /// <summary>Reads an export.</summary>
    /// <exception cref="JsonException">It is no export of a session with hands.</exception>
    public static SessionReel Load(string json, DateTimeOffset endsAt)
    {
        try
        {
            var session = JsonNode.Parse(json)!.AsObject();
            JsonObject[] hands = [.. session["Hands"]!.AsArray().Select(h => h!.AsObject())];
            var shift = endsAt - EndOf(hands[^1]);
            foreach (var hand in hands)
                Move(hand, shift);

            var created = Instant(session["CreatedDateTimeUTC"]) + shift;
            session["CreatedDateTimeUTC"] = Text(created);
            session["ID"] = created.UtcTicks;
            session["Hands"] = new JsonArray();
            return new(created.UtcTicks, session.ToJsonString(Raw), [.. hands.Select(h => h.ToJsonString(Raw))]);
        }
        catch (Exception exception) when (exception is NullReferenceException or InvalidOperationException or FormatException or IndexOutOfRangeException)
        {
            throw new JsonException("This is no PokerGFX export.", exception);
        }
    }

    /// <summary>The whole file as it stands after hand <paramref name="count"/>.</summary>
    public string After(int count) => _frame.Replace("\"Hands\":[]", $"\"Hands\":[{string.Join(',', _hands.Take(count))}]", StringComparison.Ordinal);

    private static void Move(JsonObject hand, TimeSpan shift)
    {
        hand["StartDateTimeUTC"] = Text(Instant(hand["StartDateTimeUTC"]) + shift);
        hand["RecordingOffsetStart"] = XmlConvert.ToString(Span(hand["RecordingOffsetStart"]) + shift);
    }

    private static DateTimeOffset EndOf(JsonObject hand) => Instant(hand["StartDateTimeUTC"]) + Span(hand["Duration"]);

    private static DateTimeOffset Instant(JsonNode? node) => DateTimeOffset.Parse(node!.GetValue<string>(), CultureInfo.InvariantCulture);

    private static TimeSpan Span(JsonNode? node) => XmlConvert.ToTimeSpan(node!.GetValue<string>());

    private static string Text(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fffffff'Z'", CultureInfo.InvariantCulture);
}
