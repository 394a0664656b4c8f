using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace Hub.Modules.Subtitle.Tournaments;

/// <summary>Writes v1's json columns.</summary>
internal static class V1Json
{
    private static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    /// <summary><paramref name="value"/> as json; <paramref name="stored"/> itself where that says the same in PostgreSQL's spelling.</summary>
    public static string Write<T>(T value, string? stored)
    {
        var json = JsonSerializer.Serialize(value, Options);
        return stored is not null && JsonNode.DeepEquals(JsonNode.Parse(stored), JsonNode.Parse(json)) ? stored : json;
    }
}
