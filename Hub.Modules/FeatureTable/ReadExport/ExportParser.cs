using System.Security.Cryptography;
using System.Text.Json;
using System.Text.RegularExpressions;
using Hub.Modules.FeatureTable.Domain.Hands;

namespace Hub.Modules.FeatureTable.ReadExport;

/// <summary>
/// Reads a PokerGFX export. The file as a whole must be complete, well-formed JSON with an ID, a Type and Hands; a hand
/// that makes no sense is reported with its position and the others are read all the same.
/// </summary>
internal static partial class ExportParser
{
    private const string CheckHand = "Correct the hand in PokerGFX and export again, or enter it by hand.";
    private const string CheckFile = "Export the session from PokerGFX again and put the file in place of this one.";
    private static readonly byte[] ByteOrderMark = [0xEF, 0xBB, 0xBF];

    /// <exception cref="ExportFormatException">The file is no readable export.</exception>
    public static ExportedSession Parse(ReadOnlySpan<byte> file)
    {
        var start = file.StartsWith(ByteOrderMark) ? ByteOrderMark.Length : 0;
        var reader = new Utf8JsonReader(file[start..], new JsonReaderOptions { MaxDepth = ExportJson.DeepestNesting });
        try
        {
            return new SessionScan(file, start).Run(ref reader);
        }
        catch (JsonException exception)
        {
            var offset = start + BytePosition.OffsetIn(file[start..], exception.LineNumber ?? 0, exception.BytePositionInLine ?? 0);
            throw Refuse(file, offset, "$", $"the JSON is broken or incomplete ({FirstSentence(exception)})", mayBeTorn: true);
        }
        catch (InvalidOperationException exception)
        {
            throw Refuse(file, start + (int)reader.TokenStartIndex, "$", $"the text is not valid UTF-8 ({exception.Message})", mayBeTorn: true);
        }
    }

    private static ExportFormatException Refuse(ReadOnlySpan<byte> file, int offset, string path, string reason, bool mayBeTorn)
    {
        var position = BytePosition.Of(file, offset);
        return new ExportFormatException(new ExportProblem { Path = path, Line = position.Line, BytePosition = position.Byte, Reason = reason, Advice = CheckFile }, mayBeTorn);
    }

    /// <summary>The reader's message without the position, which is reported for the whole file instead.</summary>
    private static string FirstSentence(JsonException exception)
        => exception.Message.Split(" Path:", 2)[0].Split(" LineNumber:", 2)[0].TrimEnd('.', ' ');

    [GeneratedRegex("^[A-Za-z0-9_]{1,20}$", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex TypePattern { get; }

    private ref struct SessionScan(ReadOnlySpan<byte> file, int start)
    {
        private readonly ReadOnlySpan<byte> _file = file;
        private readonly List<ParsedHand> _hands = [];
        private readonly List<ExportProblem> _problems = [];
        private readonly Dictionary<HandIdentity, int> _positions = [];
        private long? _id;
        private string? _type;
        private bool _hasHands;

        public ExportedSession Run(ref Utf8JsonReader reader)
        {
            reader.Read();
            if (reader.TokenType != JsonTokenType.StartObject)
                throw Refuse(in reader, "$", "is not an object");

            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
                ReadProperty(ref reader);

            // Anything but blanks after the closing brace is refused by the reader.
            var end = start + (int)reader.TokenStartIndex;
            reader.Read();
            return new ExportedSession
            {
                Id = _id ?? throw Missing(end, "ID"),
                Type = _type ?? throw Missing(end, "Type"),
                Hands = _hasHands ? _hands : throw Missing(end, "Hands"),
                Problems = _problems,
            };
        }

        private void ReadProperty(ref Utf8JsonReader reader)
        {
            if (reader.ValueTextEquals("ID"u8))
                ReadId(ref reader);
            else if (reader.ValueTextEquals("Type"u8))
                ReadType(ref reader);
            else if (reader.ValueTextEquals("Hands"u8))
                ReadHands(ref reader);
            else
                reader.Skip();
        }

        private void ReadId(ref Utf8JsonReader reader)
        {
            reader.Read();
            if (_id is not null)
                throw Refuse(in reader, "$.ID", "stands twice");
            if (reader.TokenType != JsonTokenType.Number || !reader.TryGetInt64(out var id) || id <= 0)
                throw Refuse(in reader, "$.ID", "is no session number");
            _id = id;
        }

        private void ReadType(ref Utf8JsonReader reader)
        {
            reader.Read();
            if (_type is not null)
                throw Refuse(in reader, "$.Type", "stands twice");
            if (reader.TokenType != JsonTokenType.String || reader.GetString() is not { } type || !TypePattern.IsMatch(type))
                throw Refuse(in reader, "$.Type", "is not a word of up to 20 letters, such as FEATURE_TABLE");
            _type = type;
        }

        private void ReadHands(ref Utf8JsonReader reader)
        {
            reader.Read();
            if (_hasHands)
                throw Refuse(in reader, "$.Hands", "stands twice");
            if (reader.TokenType != JsonTokenType.StartArray)
                throw Refuse(in reader, "$.Hands", "is not a list");

            _hasHands = true;
            for (var index = 0; reader.Read() && reader.TokenType != JsonTokenType.EndArray; index++)
            {
                var from = start + (int)reader.TokenStartIndex;
                reader.Skip();
                ReadHand(from, _file[from..(start + (int)reader.BytesConsumed)], index);
            }
        }

        private readonly void ReadHand(int offset, ReadOnlySpan<byte> json, int index)
        {
            try
            {
                var exported = JsonSerializer.Deserialize(json, ExportJson.Default.ExportedHand) ?? throw new ExportedHandException("", "is null");
                Add(new ParsedHand(new HandTranslation(exported).Translate(), HashOf(exported)), index);
            }
            catch (JsonException)
            {
                var error = FormCheck.Of(json) ?? new FormError(0, "", "is not of the form that exports have");
                Report(offset + error.Offset, json, index, error.Path, error.Reason);
            }
            catch (ExportedHandException exception)
            {
                Report(offset, json, index, exception.Path, exception.Reason);
            }
        }

        /// <summary>A hand that stands twice would be one row with two contents.</summary>
        private readonly void Add(ParsedHand hand, int index)
        {
            if (!_positions.TryAdd(hand.Identity, index))
                throw new ExportedHandException("", $"has the number and the start of hand {hand.Identity.Number} at $.Hands[{_positions[hand.Identity]}], which is the one that counts");
            _hands.Add(hand);
        }

        private readonly void Report(int offset, ReadOnlySpan<byte> json, int index, string path, string reason)
        {
            var position = BytePosition.Of(_file, offset);
            _problems.Add(new ExportProblem
            {
                HandPosition = index + 1,
                HandNumber = NumberOf(json),
                Path = path.Length == 0 ? $"$.Hands[{index}]" : $"$.Hands[{index}].{path}",
                Line = position.Line,
                BytePosition = position.Byte,
                Reason = reason,
                Advice = CheckHand,
            });
        }

        private readonly ExportFormatException Refuse(in Utf8JsonReader reader, string path, string reason)
            => ExportParser.Refuse(_file, start + (int)reader.TokenStartIndex, path, reason, mayBeTorn: false);

        private readonly ExportFormatException Missing(int end, string name)
            => ExportParser.Refuse(_file, end, $"$.{name}", "is missing", mayBeTorn: false);

        private static string HashOf(ExportedHand hand)
            => Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(hand, ExportJson.Default.ExportedHand)));

        /// <summary>HandNum of a hand that could not be read as a whole.</summary>
        private static int? NumberOf(ReadOnlySpan<byte> json)
        {
            var reader = new Utf8JsonReader(json, new JsonReaderOptions { MaxDepth = ExportJson.DeepestNesting });
            reader.Read();
            while (reader.TokenType != JsonTokenType.EndObject && reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            {
                var isNumber = !reader.ValueIsEscaped && reader.ValueTextEquals("HandNum"u8);
                reader.Read();
                if (isNumber)
                    return reader.TokenType == JsonTokenType.Number && reader.TryGetInt32(out var number) ? number : null;
                reader.Skip();
            }

            return null;
        }
    }
}
