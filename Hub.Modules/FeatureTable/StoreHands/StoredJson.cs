using System.Text.Json.Serialization;

namespace Hub.Modules.FeatureTable.StoreHands;

/// <summary>Writes the jsonb columns: snake case, and no nulls, which v1's reader does not expect.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(IReadOnlyList<StoredPlayer>))]
[JsonSerializable(typeof(IReadOnlyList<StoredAction>))]
[JsonSerializable(typeof(IReadOnlyList<string>))]
internal sealed partial class StoredJson : JsonSerializerContext;
