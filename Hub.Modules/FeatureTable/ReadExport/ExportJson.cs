using System.Text.Json.Serialization;

namespace Hub.Modules.FeatureTable.ReadExport;

/// <summary>Reads exported hands; a field that stands twice is refused rather than guessed.</summary>
[JsonSourceGenerationOptions(RespectNullableAnnotations = true, AllowDuplicateProperties = false)]
[JsonSerializable(typeof(ExportedHand))]
internal sealed partial class ExportJson : JsonSerializerContext;
