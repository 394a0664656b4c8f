namespace Hub.Modules.Render.RenderAgain;

/// <summary>What came of the wish to have an instruction rendered again.</summary>
/// <param name="InstructionId">The instruction that will be rendered; null when none will.</param>
/// <param name="Refusal">Why none will be, in words for the operator; null when there is no such instruction.</param>
internal sealed record AgainOutcome(int? InstructionId, string? Refusal = null)
{
    public static readonly AgainOutcome NotFound = new(InstructionId: null);

    public static AgainOutcome Refused(string reason) => new(InstructionId: null, reason);
}
