using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Xml;

namespace Hub.Tests.Support.Sessions;

/// <summary>How PokerGFX 3.2 writes things.</summary>
internal static class PgfxText
{
    /// <summary>The export machines run on local time, three hours ahead of UTC.</summary>
    private static readonly TimeSpan MachineOffset = TimeSpan.FromHours(3);

    private static readonly JsonSerializerOptions Raw = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The whole file: one line, no blanks, no newline at the end.</summary>
    public static string File(PgfxSession session) => JsonSerializer.Serialize(session, Raw);

    public static string Instant(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fffffff'Z'", CultureInfo.InvariantCulture);

    public static string Span(TimeSpan span) => XmlConvert.ToString(span);

    /// <summary>The same moment as a span since 0001-01-01 in the machine's local time.</summary>
    public static string RecordingOffset(DateTimeOffset at) => Span(TimeSpan.FromTicks((at + MachineOffset).UtcTicks));
}
