namespace Hub.Tests.Faults.Harness.Judging;

/// <summary>What a fault has done to the hub.</summary>
internal sealed record FaultReport
{
    /// <summary>The fault.</summary>
    public required string Fault { get; init; }

    /// <summary>Instructions that the hub had accepted.</summary>
    public required int Accepted { get; init; }

    /// <summary>How often the fault happened.</summary>
    public required int Injected { get; init; }

    public required Invariants Invariants { get; init; }

    /// <summary>From each fault until what it had interrupted went on, in seconds.</summary>
    public required IReadOnlyList<double> Recoveries { get; init; }

    /// <summary>What the fault's row of the table demands, the invariants included.</summary>
    public required IReadOnlyList<Limit> Limits { get; init; }

    public required double Seconds { get; init; }

    /// <summary>What the figures do not say.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    public bool IsPassed => Limits.All(limit => limit.IsMet);

    /// <summary>Seconds; NaN where nothing was interrupted.</summary>
    public double P50 => Percentiles.Of(Recoveries, 0.50);

    /// <summary>Seconds; NaN where nothing was interrupted.</summary>
    public double P99 => Percentiles.Of(Recoveries, 0.99);

    /// <summary>Seconds; NaN where nothing was interrupted.</summary>
    public double Longest => Percentiles.Of(Recoveries, 1);
}
