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
}
