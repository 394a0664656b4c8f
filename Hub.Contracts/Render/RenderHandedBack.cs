namespace Hub.Contracts.Render;

/// <summary>A worker gave an unfinished attempt back, through no fault of the job. Never counts against the retries.</summary>
public sealed record RenderHandedBack
{
    /// <summary><c>render_instructions.correlation_id</c>.</summary>
    public required Guid CorrelationId { get; init; }

    /// <summary><c>render_instructions.id</c>.</summary>
    public required long InstructionId { get; init; }

    /// <summary>The attempt that was given back.</summary>
    public required long Attempt { get; init; }

    /// <summary>The claim it was made under.</summary>
    public required Guid ClaimId { get; init; }

    /// <summary>Name of the worker.</summary>
    public required string Worker { get; init; }

    /// <summary>
    /// What is wrong with the worker's surroundings (its disk, its memory), in words for the operator; the next attempt then waits a little.
    /// Null: the worker only stops, and the next attempt begins at once.
    /// </summary>
    public string? Reason { get; init; }
}
