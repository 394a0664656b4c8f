namespace Hub.Contracts.Render;

/// <summary>An instruction is not wanted any more. A worker that had it stops its engine within a second; whatever it made is refused and removed.</summary>
public sealed record RenderCancelled
{
    /// <summary><c>render_instructions.id</c>.</summary>
    public required long InstructionId { get; init; }

    /// <summary>Composition that was asked for.</summary>
    public required string TemplateName { get; init; }

    /// <summary>True when a worker had it.</summary>
    public required bool WasRunning { get; init; }

    /// <summary>Login of the operator; null when the caption was withdrawn by what it is written from.</summary>
    public string? By { get; init; }

    /// <summary>Why, in words for the operator; null when nobody said.</summary>
    public string? Reason { get; init; }
}
