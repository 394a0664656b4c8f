using Hub.Bench.Measuring;

namespace Hub.Bench.Queue;

/// <summary>What the queue has to reach on a quiet machine.</summary>
internal static class QueueGoals
{
    private const double MostP50 = 3;
    private const double MostP99 = 15;
    private const double LeastLifeCycles = 100;
    private const double MostGrowth = 1.25;

    /// <param name="hubs">Columns of the table, the smallest hub first.</param>
    /// <param name="board">What was measured.</param>
    public static IReadOnlyList<Goal> Of(IReadOnlyList<string> hubs, Scoreboard board) =>
    [
        Goal.AtMost(QueueFigures.IdleP50.ToString(), board.Of(hubs[0], QueueFigures.IdleP50).Median, MostP50),
        Goal.AtMost(QueueFigures.IdleP99.ToString(), board.Of(hubs[0], QueueFigures.IdleP99).Median, MostP99),
        Goal.AtLeast(QueueFigures.Completed.ToString(), board.Of(hubs[0], QueueFigures.Completed).Median, LeastLifeCycles),
        .. hubs.Skip(1).Select(hub => Goal.AtMost(
            $"{QueueFigures.Cost.Name} with {hub}, part of that with {hubs[0]}", board.Of(hub, QueueFigures.Cost).Median / board.Of(hubs[0], QueueFigures.Cost).Median, MostGrowth)),
    ];
}
