namespace Hub.Contracts.Render;

/// <summary>An operator sent an instruction that had ended without a clip, or was never begun, back into the queue with all its retries.</summary>
public sealed record RenderReplayed
{
    /// <summary><c>render_instructions.id</c>.</summary>
    public required long InstructionId { get; init; }

    /// <summary>Composition to render.</summary>
    public required string TemplateName { get; init; }

    /// <summary>Login of the operator.</summary>
    public required string By { get; init; }
}
