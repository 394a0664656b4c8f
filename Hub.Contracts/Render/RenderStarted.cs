namespace Hub.Contracts.Render;

/// <summary>A worker has claimed an instruction and begins to render it.</summary>
public sealed record RenderStarted
{
    /// <summary><c>render_instructions.id</c>.</summary>
    public required long InstructionId { get; init; }

    /// <summary>The attempt that begins, from 1.</summary>
    public required long Attempt { get; init; }

    /// <summary>Composition being rendered.</summary>
    public required string TemplateName { get; init; }

    /// <summary>Name of the worker that claimed it.</summary>
    public required string Worker { get; init; }
}
