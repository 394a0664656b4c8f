using System.Text.Json.Serialization;

namespace Hub.Modules.FeatureTable.ReadExport;

/// <summary>
/// Reads exported hands; a field that stands twice is refused rather than guessed. Optional fields are settable, not
/// init-only: generated code gives a missing init-only property its type's default instead of its initialiser.
/// </summary>
[JsonSourceGenerationOptions(RespectNullableAnnotations = true, AllowDuplicateProperties = false, MaxDepth = DeepestNesting)]
[JsonSerializable(typeof(ExportedHand))]
internal sealed partial class ExportJson : JsonSerializerContext
{
    /// <summary>Far beyond any export, so that a field nested too deeply spoils its hand at most, and not the file.</summary>
    public const int DeepestNesting = 100_000;
}
