using Hub.Modules.Render.Persistence;

namespace Hub.Modules.Render.Posters;

/// <summary>What a poster shows: the texts of an instruction as they are now.</summary>
/// <param name="InstructionId">The instruction.</param>
/// <param name="TemplateName">Its template.</param>
/// <param name="LayerDataJson">Its fields.</param>
/// <param name="OutputSettingsJson">Its size and format.</param>
internal sealed record PosterSubject(int InstructionId, string TemplateName, string LayerDataJson, string OutputSettingsJson)
{
    public static PosterSubject Of(RenderInstruction instruction)
        => new(instruction.Id, instruction.TemplateName, instruction.LayerDataJson, instruction.OutputSettingsJson);
}
