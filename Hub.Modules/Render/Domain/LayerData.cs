using System.Text.Json;

namespace Hub.Modules.Render.Domain;

/// <summary>The fields of an instruction as they stand in <c>layer_data_json</c>.</summary>
internal static class LayerData
{
    private static readonly JsonSerializerOptions Json = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Write(IReadOnlyDictionary<string, string> fields) => JsonSerializer.Serialize(fields, Json);

    /// <summary>v1's clients may write numbers and null where a text is meant.</summary>
    /// <exception cref="FormatException">Not an object of single values.</exception>
    public static IReadOnlyDictionary<string, string> Read(string json)
    {
        using var document = JsonDocument.Parse(json);
        if (document.RootElement.ValueKind != JsonValueKind.Object)
        {
            throw new FormatException("layer_data_json is not an object of field names and texts");
        }

        return document.RootElement.EnumerateObject().ToDictionary(field => field.Name, Text, StringComparer.Ordinal);
    }

    private static string Text(JsonProperty field) => field.Value.ValueKind switch
    {
        JsonValueKind.String => field.Value.GetString()!,
        JsonValueKind.Null => "",
        JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False => field.Value.GetRawText(),
        _ => throw new FormatException($"layer_data_json: field '{field.Name}' is neither a text nor a number"),
    };
}
