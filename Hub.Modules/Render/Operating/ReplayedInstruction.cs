namespace Hub.Modules.Render.Operating;

/// <summary>An instruction that a bulk replay sent back into the queue.</summary>
/// <param name="Id">Instruction.</param>
/// <param name="TemplateName">Its composition.</param>
internal sealed record ReplayedInstruction(int Id, string TemplateName);
