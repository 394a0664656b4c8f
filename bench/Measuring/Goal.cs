using System.Globalization;

namespace Hub.Bench.Measuring;

/// <summary>A figure that must not be above a limit.</summary>
/// <param name="Name">What is measured.</param>
/// <param name="Figure">What was measured.</param>
/// <param name="Most">The limit.</param>
internal sealed record Goal(string Name, double Figure, double Most)
{
    public bool IsMet => Figure <= Most;

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{(IsMet ? "met   " : "MISSED")} {Name}: {Figure:0.00}, goal ≤ {Most:0.00}");
}
