using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Hub.Modules.FeatureTable.ReadExport;

/// <summary>
/// Says in the terms of the file why the serializer refused a hand, whose own words name types of this program. The form is
/// taken from the serializer's contract, so the two cannot differ.
/// </summary>
internal static class FormCheck
{
    private const int LongestQuote = 24;

    /// <summary>The first value that is not of the form exports have; null when there is none.</summary>
    /// <param name="hand">Well-formed JSON.</param>
    public static FormError? Of(ReadOnlySpan<byte> hand)
    {
        var reader = new Utf8JsonReader(hand, new JsonReaderOptions { MaxDepth = ExportJson.DeepestNesting });
        reader.Read();
        return OfValue(ref reader, ExportJson.Default.ExportedHand, "");
    }

    /// <summary>Leaves the reader at the last token of the value, unless there is an error.</summary>
    private static FormError? OfValue(ref Utf8JsonReader reader, JsonTypeInfo form, string path) => form.Kind switch
    {
        JsonTypeInfoKind.Object => OfObject(ref reader, form, path),
        JsonTypeInfoKind.Enumerable => OfList(ref reader, form, path),
        _ => OfScalar(ref reader, form.Type, path),
    };

    private static FormError? OfObject(ref Utf8JsonReader reader, JsonTypeInfo form, string path)
    {
        if (reader.TokenType != JsonTokenType.StartObject)
            return Error(in reader, path, "an object with fields");

        var start = (int)reader.TokenStartIndex;
        var missing = form.Properties.Where(property => property.IsRequired).ToList();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var property = PropertyAt(in reader, form);
            reader.Read();
            if (property is null)
            {
                reader.Skip();
                continue;
            }

            var at = path.Length == 0 ? property.Name : $"{path}.{property.Name}";
            if (!seen.Add(property.Name))
                return new FormError((int)reader.TokenStartIndex, at, "stands twice");
            missing.Remove(property);
            var isEmpty = reader.TokenType == JsonTokenType.Null && MayBeNull(property);
            if (!isEmpty && OfValue(ref reader, form.Options.GetTypeInfo(property.PropertyType), at) is { } error)
                return error;
        }

        return missing.Count == 0 ? null : new FormError(start, path.Length == 0 ? missing[0].Name : $"{path}.{missing[0].Name}", "is missing");
    }

    private static FormError? OfList(ref Utf8JsonReader reader, JsonTypeInfo form, string path)
    {
        if (reader.TokenType != JsonTokenType.StartArray)
            return Error(in reader, path, "a list");

        var item = form.Options.GetTypeInfo(form.ElementType!);
        for (var index = 0; reader.Read() && reader.TokenType != JsonTokenType.EndArray; index++)
        {
            var mayBeNull = reader.TokenType == JsonTokenType.Null && !item.Type.IsValueType;
            if (!mayBeNull && OfValue(ref reader, item, $"{path}[{index}]") is { } error)
                return error;
        }

        return null;
    }

    private static FormError? OfScalar(ref Utf8JsonReader reader, Type type, string path) => (Type.GetTypeCode(type), reader.TokenType) switch
    {
        (TypeCode.Boolean, JsonTokenType.True or JsonTokenType.False) => null,
        (TypeCode.Int32, JsonTokenType.Number) when reader.TryGetInt32(out _) => null,
        (TypeCode.Int64, JsonTokenType.Number) when reader.TryGetInt64(out _) => null,
        (TypeCode.String, JsonTokenType.String) => IsText(in reader) ? null : Error(in reader, path, "text in valid Unicode"),
        (TypeCode.Boolean, _) => Error(in reader, path, "true or false"),
        (TypeCode.Int32, _) => Error(in reader, path, $"a whole number of at most {int.MaxValue}"),
        (TypeCode.Int64, _) => Error(in reader, path, $"a whole number of at most {long.MaxValue}"),
        _ => Error(in reader, path, "text"),
    };

    private static bool MayBeNull(JsonPropertyInfo property)
        => !property.PropertyType.IsValueType && (property.AssociatedParameter?.IsNullable ?? property.IsSetNullable);

    private static JsonPropertyInfo? PropertyAt(in Utf8JsonReader reader, JsonTypeInfo form)
    {
        foreach (var property in form.Properties)
        {
            // Names that are escaped or garbled are none of ours.
            if (!reader.ValueIsEscaped && reader.ValueTextEquals(property.Name))
                return property;
        }

        return null;
    }

    private static bool IsText(in Utf8JsonReader reader)
    {
        try
        {
            return reader.GetString() is not null;
        }
        catch (InvalidOperationException)
        {
            return false;
        }
    }

    private static FormError Error(in Utf8JsonReader reader, string path, string expected)
        => new((int)reader.TokenStartIndex, path, string.Create(CultureInfo.InvariantCulture, $"is {ValueAt(in reader)}, but must be {expected}"));

    private static string ValueAt(in Utf8JsonReader reader) => reader.TokenType switch
    {
        JsonTokenType.Null => "null",
        JsonTokenType.True => "true",
        JsonTokenType.False => "false",
        JsonTokenType.StartObject => "an object",
        JsonTokenType.StartArray => "a list",
        JsonTokenType.String => $"\"{Quoted(reader.ValueSpan)}\"",
        _ => Quoted(reader.ValueSpan),
    };

    private static string Quoted(ReadOnlySpan<byte> text)
        => text.Length <= LongestQuote ? Encoding.UTF8.GetString(text) : Encoding.UTF8.GetString(text[..LongestQuote]) + "…";
}
