using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace Hub.Modules.FeatureTable.Persistence;

/// <summary>Compares what a jsonb column says, not how: PostgreSQL gives it back with other blanks and another order of keys.</summary>
internal sealed class JsonTextComparer() : ValueComparer<string?>(
    (left, right) => left == right || JsonNode.DeepEquals(Parse(left), Parse(right)),
    text => text == null ? 0 : 1)
{
    private static JsonNode? Parse(string? text) => text is null ? null : JsonNode.Parse(text);
}
