namespace Hub.Bench.Measuring;

/// <summary>One figure, round by round. The median counts, so that a round that was disturbed does not.</summary>
internal sealed record Series(IReadOnlyList<double> Rounds)
{
    public double Median => Sorted[Rounds.Count / 2];

    public double Least => Sorted[0];

    public double Most => Sorted[^1];

    private double[] Sorted => [.. Rounds.Order()];
}
