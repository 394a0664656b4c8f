namespace Hub.Contracts.Render;

/// <summary>How far an attempt is. Sent directly, without outbox; may be lost.</summary>
public sealed record RenderProgressed
{
    /// <summary><c>render_instructions.id</c>.</summary>
    public required long InstructionId { get; init; }

    /// <summary>The attempt that reports.</summary>
    public required long Attempt { get; init; }

    /// <summary>Frames drawn so far.</summary>
    public required int FramesDone { get; init; }

    /// <summary>Frames of the whole clip.</summary>
    public required int FramesTotal { get; init; }

    /// <summary>Name of the worker.</summary>
    public required string Worker { get; init; }
}
