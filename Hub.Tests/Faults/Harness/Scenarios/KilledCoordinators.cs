using Hub.Tests.Faults.Harness.Judging;
using Hub.Tests.Faults.Harness.Processes;

namespace Hub.Tests.Faults.Harness.Scenarios;

/// <summary>
/// The only coordinator dies between two steps and is started again, to die at the next place; meanwhile workers die, too, so that there is
/// something to judge.
/// </summary>
internal sealed class KilledCoordinators : Fault
{
    private static readonly IReadOnlyList<string> Points =
        ["claims-ended", "judged", "consumed", "consumed-committed", "outbox-sent", "tickets-recalled", "request-stored", "outbox-committed"];

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan UntilNext = TimeSpan.FromSeconds(10);

    public override string Name => "coordinator-points";

    public override string Title => "the coordinator dies at each named point";

    public override FaultSize Short => new(Jobs: 6, Times: 3);

    public override FaultSize Long => new(Jobs: 20, Times: 5 * Points.Count);

    protected override GroundPlan Ground => new() { Workers = 2 };

    protected override async Task InjectAsync(FaultRun run, CancellationToken cancellationToken)
    {
        await run.Ground.Hosts[0].StopAsync();
        var asking = new List<Task>();
        foreach (var point in Draw(run))
        {
            await run.Ground.Hosts[0].DisposeAsync();
            // Some points are passed by the start itself.
            var doomed = await run.Ground.TryStartHostAsync(0, cancellationToken, ("Faults:KillAt", point));
            asking.Add(run.AskAsync(run.Size.Jobs, "take 300", cancellationToken));
            for (; !doomed.HasExited; asking.Add(run.AskAsync(1, "take 300", cancellationToken)))
                await KillAWorkerAsync(run, doomed, cancellationToken);
            run.Happened();
        }

        await run.Ground.Hosts[0].DisposeAsync();
        await run.Ground.StartHostAsync(0, cancellationToken);
        var backAt = TimeProvider.System.GetUtcNow();
        await Task.WhenAll(asking);
        run.Recoveries.Add(await run.NextClaimAsync(backAt, cancellationToken));
    }

    protected override IEnumerable<Limit> Judge(FaultRun run)
    {
        yield return new("deaths", run.Injected, run.Size.Times, IsLeast: true);
    }

    /// <summary>All points in an order of the seed's own, again and again, until there are as many as are wanted.</summary>
    private static IEnumerable<string> Draw(FaultRun run)
    {
        var points = Points.ToArray();
        run.Random.Shuffle(points);
        return Enumerable.Range(0, run.Size.Times).Select(time => points[time % points.Length]);
    }

    private static async Task KillAWorkerAsync(FaultRun run, HubNode coordinator, CancellationToken cancellationToken)
    {
        IReadOnlyList<HubNode> busy = [];
        await Waiting.UntilAsync("a worker is at work", async () => coordinator.HasExited || (busy = await run.BusyWorkersAsync()).Count > 0, Patience, cancellationToken);
        if (coordinator.HasExited)
            return;
        await busy[0].KillAsync();
        await run.Ground.BuryAsync();
        run.Ground.StartWorker();
        await Task.WhenAny(coordinator.EndedAsync(cancellationToken), FaultRun.PassAsync(UntilNext, cancellationToken));
    }
}
