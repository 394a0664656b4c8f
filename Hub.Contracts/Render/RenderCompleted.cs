namespace Hub.Contracts.Render;

/// <summary>A clip is finished and lies complete under its final name.</summary>
public sealed record RenderCompleted
{
    /// <summary><c>render_instructions.id</c>.</summary>
    public required long InstructionId { get; init; }

    /// <summary><c>render_outputs.id</c>.</summary>
    public required long OutputId { get; init; }

    /// <summary>The attempt that made it.</summary>
    public required long Attempt { get; init; }

    /// <summary>Composition rendered.</summary>
    public required string TemplateName { get; init; }

    /// <summary>Name of the worker that made it.</summary>
    public required string Worker { get; init; }

    /// <summary>Frames in the clip.</summary>
    public required int Frames { get; init; }
}
