using System.Globalization;

namespace Hub.Bench.Measuring;

/// <summary>A figure that must not pass a limit.</summary>
/// <param name="Name">What is measured.</param>
/// <param name="Figure">What was measured.</param>
/// <param name="Limit">The limit.</param>
/// <param name="IsLeast">The figure must not be below the limit; otherwise not above it.</param>
internal sealed record Goal(string Name, double Figure, double Limit, bool IsLeast)
{
    public bool IsMet => IsLeast ? Figure >= Limit : Figure <= Limit;

    public static Goal AtMost(string name, double figure, double limit) => new(name, figure, limit, IsLeast: false);

    public static Goal AtLeast(string name, double figure, double limit) => new(name, figure, limit, IsLeast: true);

    /// <summary>Prints each goal beside its figure.</summary>
    /// <returns>The exit code: 0 when all are met, else 1.</returns>
    public static int Judge(IReadOnlyCollection<Goal> goals)
    {
        Console.WriteLine();
        foreach (var goal in goals)
            Console.WriteLine(goal);
        return goals.All(goal => goal.IsMet) ? 0 : 1;
    }

    public override string ToString()
        => string.Create(CultureInfo.InvariantCulture, $"{(IsMet ? "met   " : "MISSED")} {Name}: {Figure:0.00}, goal {(IsLeast ? '≥' : '≤')} {Limit:0.00}");
}
