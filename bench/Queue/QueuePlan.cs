namespace Hub.Bench.Queue;

/// <summary>How much is measured.</summary>
internal sealed record QueuePlan
{
    public required int Rounds { get; init; }

    /// <summary>Commits for each latency.</summary>
    public required int Commits { get; init; }

    /// <summary>Clips for each rate and each size.</summary>
    public required int Clips { get; init; }

    /// <summary>Instructions in the table before anything is measured, a hub for each.</summary>
    public required IReadOnlyList<int> Sizes { get; init; }

    public static QueuePlan Quick { get; } = new() { Rounds = 1, Commits = 50, Clips = 50, Sizes = [1_000, 10_000] };

    public static QueuePlan Ordinary { get; } = new() { Rounds = 5, Commits = 200, Clips = 300, Sizes = [1_000, 100_000, 1_000_000] };

    public static QueuePlan Long { get; } = Ordinary with { Rounds = 9, Commits = 2_000, Clips = 3_000 };
}
