using System.Globalization;
using System.Text.Json;

namespace Hub.Host.Commands.Replay;

/// <summary>
/// An export cut into its hands, so that it can be written as PokerGFX wrote it: an earlier copy of a session is, byte for byte,
/// the later one with hands cut off its end.
/// </summary>
internal sealed class RecordedSession
{
    private readonly ReadOnlyMemory<byte> _content;
    private readonly IReadOnlyList<Range> _hands;

    private RecordedSession(ReadOnlyMemory<byte> content, IReadOnlyList<Range> hands, long id)
        => (_content, _hands, Id) = (content, hands, id);

    /// <summary>The session's ID: .NET ticks of its creation.</summary>
    public long Id { get; }

    /// <summary>How many hands there are to play; at least one.</summary>
    public int HandCount => _hands.Count;

    /// <summary>Name of the file that PokerGFX would write.</summary>
    public string FileName => string.Create(CultureInfo.InvariantCulture, $"PGFX_live_data_export GameID={Id}.json");

    /// <summary>Reads an export.</summary>
    /// <param name="content">The whole file, UTF-8.</param>
    /// <exception cref="JsonException">It is no export of a session with hands.</exception>
    public static RecordedSession Read(ReadOnlyMemory<byte> content)
    {
        var reader = new Utf8JsonReader(content.Span);
        List<Range> hands = [];
        long? id = null;
        if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject)
            throw NoExport();

        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var name = reader.GetString();
            reader.Read();
            if (name == "Hands" && reader.TokenType == JsonTokenType.StartArray)
                hands = ReadHands(ref reader);
            else if (name == "ID" && reader.TokenType == JsonTokenType.Number && reader.TryGetInt64(out var ticks))
                id = ticks;
            else
                reader.Skip();
        }

        // Reads on to the end, so that a torn file is told from a whole one.
        while (reader.Read())
            reader.Skip();
        return id is { } known && hands.Count > 0 ? new RecordedSession(content, hands, known) : throw NoExport();
    }

    /// <summary>The whole file as it stood after hand <paramref name="count"/>.</summary>
    public ReadOnlyMemory<byte> After(int count) => Join(_content[.._hands[count - 1].End]);

    /// <summary>The file after hand <paramref name="count"/>, when that hand still looked like <paramref name="lastHand"/>.</summary>
    public ReadOnlyMemory<byte> After(int count, ReadOnlyMemory<byte> lastHand) => Join(_content[.._hands[count - 1].Start], lastHand);

    /// <summary>A hand as it was exported in the end.</summary>
    /// <param name="position">1 for the first.</param>
    public ReadOnlyMemory<byte> Hand(int position) => _content[_hands[position - 1]];

    private byte[] Join(params ReadOnlySpan<ReadOnlyMemory<byte>> parts)
    {
        using var file = new MemoryStream(_content.Length);
        foreach (var part in parts)
            file.Write(part.Span);
        file.Write(_content[_hands[^1].End..].Span);
        return file.ToArray();
    }

    private static List<Range> ReadHands(ref Utf8JsonReader reader)
    {
        List<Range> hands = [];
        while (reader.Read() && reader.TokenType == JsonTokenType.StartObject)
        {
            var start = (int)reader.TokenStartIndex;
            reader.Skip();
            hands.Add(start..(int)reader.BytesConsumed);
        }

        return reader.TokenType == JsonTokenType.EndArray ? hands : throw NoExport();
    }

    private static JsonException NoExport() => new("This is no PokerGFX export of a session with hands.");
}
