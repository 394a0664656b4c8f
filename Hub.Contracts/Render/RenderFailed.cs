namespace Hub.Contracts.Render;

/// <summary>An instruction ended without a clip: a final error, or its retries are used up.</summary>
public sealed record RenderFailed
{
    /// <summary><c>render_instructions.id</c>.</summary>
    public required long InstructionId { get; init; }

    /// <summary>The last attempt.</summary>
    public required long Attempt { get; init; }

    /// <summary>Composition that was asked for.</summary>
    public required string TemplateName { get; init; }

    /// <summary>Why, in words for the operator.</summary>
    public required string Reason { get; init; }

    /// <summary>It took too long each time.</summary>
    public bool IsTimedOut { get; init; }
}
