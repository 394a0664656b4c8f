using Hub.Tests.Faults.Harness.Judging;

namespace Hub.Tests.Faults.Harness.Scenarios;

/// <summary>SIGKILL for a random worker with a clip in hand, again and again, and another in its place.</summary>
internal sealed class KilledWorkers : Fault
{
    private const double Lease = 5;
    private static readonly TimeSpan BetweenKills = TimeSpan.FromSeconds(2);
    private int _retries;

    public override string Name => "killed-workers";

    public override string Title => "SIGKILL of a random worker every 2 s";

    public override FaultSize Short => new(Jobs: 150, Times: 20);

    public override FaultSize Long => new(Jobs: 1000, Times: int.MaxValue);

    protected override GroundPlan Ground => new() { Workers = 4, Slots = 1 };

    protected override async Task InjectAsync(FaultRun run, CancellationToken cancellationToken)
    {
        var asking = run.AskAsync(run.Size.Jobs, "take 400", cancellationToken);
        while (run.Injected < run.Size.Times && !(asking.IsCompleted && await run.OpenAsync() == 0))
        {
            await FaultRun.PassAsync(BetweenKills, cancellationToken);
            // Where starting takes longer than two seconds, death would come before work, and nobody would be left to take it over.
            await run.Ground.WorkersAreKnownAsync(cancellationToken);
            var victims = await run.BusyWorkersAsync();
            if (victims.Count == 0)
                continue;
            await run.KillAsync(victims[run.Random.Next(victims.Count)], cancellationToken);
            await run.Ground.BuryAsync();
            run.Ground.StartWorker();
        }

        await asking;
        await run.FinishedAsync(cancellationToken);
        _retries = await run.RetriesAsync();
    }

    protected override IEnumerable<Limit> Judge(FaultRun run)
    {
        yield return new("retries charged", _retries, 0);
        yield return new("workers killed", run.Injected, 1, IsLeast: true);
        yield return Limit.Time("recover p50, s", Percentiles.Of(run.Recoveries, 0.50), 2);
        yield return Limit.Time("recover p99, s", Percentiles.Of(run.Recoveries, 0.99), Lease + 2);
    }
}
