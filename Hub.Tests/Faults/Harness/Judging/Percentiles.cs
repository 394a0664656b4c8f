namespace Hub.Tests.Faults.Harness.Judging;

/// <summary>How the most part of some figures was.</summary>
internal static class Percentiles
{
    /// <returns>The least figure that <paramref name="part"/> of all do not exceed; NaN when there are none.</returns>
    public static double Of(IReadOnlyCollection<double> figures, double part)
        => figures.Count == 0 ? double.NaN : figures.Order().ElementAt(Math.Max(0, (int)Math.Ceiling(part * figures.Count) - 1));
}
