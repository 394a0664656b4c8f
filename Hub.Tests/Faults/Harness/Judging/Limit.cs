using System.Globalization;

namespace Hub.Tests.Faults.Harness.Judging;

/// <summary>A figure and what it must not pass.</summary>
/// <param name="Name">What is measured.</param>
/// <param name="Figure">What was measured.</param>
/// <param name="Bound">The limit.</param>
/// <param name="IsLeast">The figure must not be below the limit; otherwise not above it.</param>
internal sealed record Limit(string Name, double Figure, double Bound, bool IsLeast = false)
{
    /// <summary>How long something may take, which other work on the machine has its part in.</summary>
    public bool IsTime { get; private init; }

    /// <param name="name">What takes its time.</param>
    /// <param name="figure">How long it has taken; NaN where it has not happened.</param>
    /// <param name="most">How long it may take, in the same unit.</param>
    public static Limit Time(string name, double figure, double most) => new(name, figure, most) { IsTime = true };

    public bool IsMet => IsLeast ? Figure >= Bound : Figure <= Bound;

    public override string ToString()
        => string.Create(CultureInfo.InvariantCulture, $"{(IsMet ? "met" : "MISSED")} {Name}: {Figure:0.##}, goal {(IsLeast ? '≥' : '≤')} {Bound:0.##}");
}
