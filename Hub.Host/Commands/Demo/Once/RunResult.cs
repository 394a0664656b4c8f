namespace Hub.Host.Commands.Demo.Once;

/// <summary>What one run did.</summary>
internal sealed record RunResult
{
    public required long Hands { get; init; }

    public long Instructions => Templates.Sum(t => t.Instructions);

    public required long Clips { get; init; }

    /// <summary>Instructions that are not completed, for whatever reason.</summary>
    public long Failed => Templates.Sum(t => t.Instructions - t.Completed);

    /// <summary>Messages that a consumer failed for good: captions may be missing without an instruction to show for it.</summary>
    public required long DeadLetters { get; init; }

    /// <summary>Export files with something in them that cannot be read; they are reported and nothing else.</summary>
    public long BadFiles { get; init; }

    public bool IsClean => Failed == 0 && DeadLetters == 0;

    public required double Seconds { get; init; }

    public required IReadOnlyList<TemplateCount> Templates { get; init; }
}
