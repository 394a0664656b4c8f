using Hub.Bench.Transport.Phases;

namespace Hub.Bench.Transport;

/// <summary>The parts of a round.</summary>
internal sealed class TransportPhases(TransportPlan plan)
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(20);

    public LatencyPhase BackToBack { get; } = new("back to back", plan.BackToBack, TimeSpan.Zero);

    public LatencyPhase Paced { get; } = new("one every 20 ms", plan.Paced, Pause);

    public BacklogPhase Backlog { get; } = new(plan.Messages);

    public ThroughputPhase Throughput { get; } = new(plan.Messages);

    public SlowMessagesPhase Slow { get; } = new(plan.Messages, plan.SlowAtLeast);

    public IReadOnlyList<IPhase> All => [BackToBack, Paced, Backlog, Throughput, Slow];
}
