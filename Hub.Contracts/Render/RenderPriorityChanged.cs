namespace Hub.Contracts.Render;

/// <summary>An operator gave an open instruction another place in the queue.</summary>
public sealed record RenderPriorityChanged
{
    /// <summary><c>render_instructions.id</c>.</summary>
    public required long InstructionId { get; init; }

    /// <summary>Composition to render.</summary>
    public required string TemplateName { get; init; }

    /// <summary>1 (highest) to 10 (lowest).</summary>
    public required int Priority { get; init; }

    /// <summary>Login of the operator.</summary>
    public required string By { get; init; }
}
