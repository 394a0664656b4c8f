namespace Hub.Contracts.Render;

/// <summary>
/// A ticket for one attempt at an instruction. It is not the right to work: the worker claims the instruction in the
/// database first, and drops the ticket when that attempt is no longer wanted.
/// </summary>
public sealed record ExecuteRender
{
    /// <summary><c>render_instructions.id</c>.</summary>
    public required long InstructionId { get; init; }

    /// <summary>The attempt this ticket was issued for.</summary>
    public required long Attempt { get; init; }
}
