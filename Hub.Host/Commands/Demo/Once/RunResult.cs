namespace Hub.Host.Commands.Demo.Once;

/// <summary>What one run did.</summary>
internal sealed record RunResult
{
    public required long Hands { get; init; }

    public long Instructions => Templates.Sum(t => t.Instructions);

    public required long Clips { get; init; }

    /// <summary>Instructions that are not completed, for whatever reason.</summary>
    public long Failed => Templates.Sum(t => t.Instructions - t.Completed);

    public required double Seconds { get; init; }

    public required IReadOnlyList<TemplateCount> Templates { get; init; }
}
