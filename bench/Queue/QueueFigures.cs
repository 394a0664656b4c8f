using Hub.Bench.Measuring;

namespace Hub.Bench.Queue;

/// <summary>What is measured of the queue.</summary>
internal static class QueueFigures
{
    /// <summary>Requests a second while the loaded latency is measured.</summary>
    public const int Load = 20;

    public static Figure IdleP50 { get; } = new("commit → handler start, idle: p50", "ms");

    public static Figure IdleP99 { get; } = new("commit → handler start, idle: p99", "ms");

    public static Figure LoadedP50 { get; } = new($"commit → handler start, beside {Load} clips/s: p50", "ms");

    public static Figure LoadedP99 { get; } = new($"commit → handler start, beside {Load} clips/s: p99", "ms");

    public static Figure Accepted { get; } = new("requests accepted", "1/s");

    public static Figure Completed { get; } = new("whole life cycles", "1/s");

    public static Figure Cost { get; } = new("cost of a life cycle", "ms");
}
