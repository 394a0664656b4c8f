namespace Hub.Bench.Transport;

/// <summary>How much is measured.</summary>
internal sealed record TransportPlan
{
    public required int Rounds { get; init; }

    /// <summary>Messages for each latency, back to back.</summary>
    public required int BackToBack { get; init; }

    /// <summary>Messages for each latency, one every 20 ms.</summary>
    public required int Paced { get; init; }

    /// <summary>Messages for each rate.</summary>
    public required int Messages { get; init; }

    /// <summary>How long slow messages take; they always outlast the fast ones beside them.</summary>
    public required TimeSpan SlowAtLeast { get; init; }

    /// <summary>How long an idle host is watched.</summary>
    public required TimeSpan Idle { get; init; }

    public static TransportPlan Quick { get; } = new() { Rounds = 1, BackToBack = 100, Paced = 20, Messages = 1_000, SlowAtLeast = TimeSpan.Zero, Idle = TimeSpan.FromSeconds(2) };

    public static TransportPlan Ordinary { get; } = new() { Rounds = 5, BackToBack = 1_000, Paced = 150, Messages = 10_000, SlowAtLeast = TimeSpan.Zero, Idle = TimeSpan.FromSeconds(30) };

    public static TransportPlan Long { get; } = new() { Rounds = 9, BackToBack = 5_000, Paced = 500, Messages = 50_000, SlowAtLeast = TimeSpan.FromSeconds(20), Idle = TimeSpan.FromMinutes(2) };

    /// <summary>Enough to have everything compiled and connected.</summary>
    public static TransportPlan WarmUp { get; } = Quick with { Messages = 3_000 };
}
