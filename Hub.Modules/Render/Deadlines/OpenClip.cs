namespace Hub.Modules.Render.Deadlines;

/// <summary>An instruction that is neither finished nor given up.</summary>
/// <param name="Id">Instruction.</param>
/// <param name="TemplateName">What is rendered.</param>
/// <param name="StartedAt">Since when a worker has it; null while it waits.</param>
/// <param name="NotBefore">It waits until then after a failure; null: it does not.</param>
/// <param name="NeededAt">When the clip is needed; null where nobody has said.</param>
internal sealed record OpenClip(int Id, string TemplateName, DateTimeOffset? StartedAt, DateTimeOffset? NotBefore, DateTimeOffset? NeededAt);
