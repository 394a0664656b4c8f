namespace Hub.Contracts.Render;

/// <summary>A coordinator found that a claim's worker is gone, or has not renewed its lease in time, and has ended the claim.</summary>
public sealed record RenderAttemptLost
{
    /// <summary><c>render_instructions.correlation_id</c>.</summary>
    public required Guid CorrelationId { get; init; }

    /// <summary><c>render_instructions.id</c>.</summary>
    public required long InstructionId { get; init; }

    /// <summary>The attempt that was lost.</summary>
    public required long Attempt { get; init; }

    /// <summary>The claim it was made under.</summary>
    public required Guid ClaimId { get; init; }

    /// <summary>Name of the worker that held it.</summary>
    public required string Worker { get; init; }

    /// <summary>True when it counts against the clip; false when hub and worker went down together.</summary>
    public required bool IsCharged { get; init; }

    /// <summary>How the loss was noticed, in words for the operator.</summary>
    public required string Reason { get; init; }
}
