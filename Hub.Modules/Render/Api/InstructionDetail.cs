using System.Text.Json;

namespace Hub.Modules.Render.Api;

/// <summary>An instruction in full.</summary>
/// <param name="Instruction">As in the list.</param>
/// <param name="LayerData">Field name → text.</param>
/// <param name="OutputSettings">Format, size, rate and length asked for.</param>
/// <param name="OutputPath">Folder a copy is asked for in.</param>
/// <param name="OutputFilename">Name a copy is asked for under.</param>
/// <param name="Outputs">Clips made of it.</param>
internal sealed record InstructionDetail(
    InstructionView Instruction, JsonElement LayerData, JsonElement OutputSettings, string? OutputPath, string? OutputFilename, IReadOnlyList<OutputView> Outputs);
