namespace Hub.Contracts.Render;

/// <summary>A worker could not finish its attempt and has given up its claim. Charged: it counts against the retries.</summary>
public sealed record RenderAttemptFailed
{
    /// <summary><c>render_instructions.correlation_id</c>.</summary>
    public required Guid CorrelationId { get; init; }

    /// <summary><c>render_instructions.id</c>.</summary>
    public required long InstructionId { get; init; }

    /// <summary>The attempt that failed.</summary>
    public required long Attempt { get; init; }

    /// <summary>The claim it was made under.</summary>
    public required Guid ClaimId { get; init; }

    /// <summary>Name of the worker.</summary>
    public required string Worker { get; init; }

    /// <summary>Whether, and as what, it may be tried again.</summary>
    public required RenderFailureKind Kind { get; init; }

    /// <summary>What went wrong, in words for the operator.</summary>
    public required string Reason { get; init; }
}
