namespace Hub.Contracts.Render;

/// <summary>
/// The time of one attempt is over. Sent by a timer that is set with the claim and cancelled with its end, so it matters only while
/// the claim still stands: its worker has neither finished nor given up, although it should have ended the engine itself by now.
/// </summary>
public sealed record RenderTimeLimitReached
{
    /// <summary><c>render_instructions.correlation_id</c>.</summary>
    public required Guid CorrelationId { get; init; }

    /// <summary><c>render_instructions.id</c>.</summary>
    public required long InstructionId { get; init; }

    /// <summary>The attempt whose time is over.</summary>
    public required long Attempt { get; init; }

    /// <summary>The claim it was made under; also the token of the timer.</summary>
    public required Guid ClaimId { get; init; }

    /// <summary>Name of the worker.</summary>
    public required string Worker { get; init; }

    /// <summary>What the attempt was allowed.</summary>
    public required TimeSpan Limit { get; init; }
}
