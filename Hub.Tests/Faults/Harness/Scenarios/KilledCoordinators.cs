using Hub.Tests.Faults.Harness.Judging;

namespace Hub.Tests.Faults.Harness.Scenarios;

/// <summary>The only coordinator dies between two steps and comes back; meanwhile a worker dies, too, so that there is something to judge.</summary>
internal sealed class KilledCoordinators : Fault
{
    public static IReadOnlyList<string> Points { get; } =
        ["claims-ended", "judged", "consumed", "consumed-committed", "outbox-sent", "tickets-recalled", "request-stored", "outbox-committed"];

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    public override string Name => "coordinator-points";

    public override string Title => "the coordinator dies at each named point";

    public override FaultSize Short => new(Jobs: 8, Times: 1);

    public override FaultSize Long => new(Jobs: 20, Times: 5);

    protected override GroundPlan Ground => new() { Workers = 2 };

    protected override async Task InjectAsync(FaultRun run, CancellationToken cancellationToken)
    {
        foreach (var point in Enumerable.Repeat(Points, run.Size.Times).SelectMany(points => points))
        {
            await run.Ground.Hosts[0].StopAsync();
            await run.Ground.Hosts[0].DisposeAsync();
            // Some points are passed by the start itself.
            var doomed = await run.Ground.TryStartHostAsync(0, cancellationToken, ("Faults:KillAt", point));
            var asking = run.AskAsync(run.Size.Jobs, "take 300", cancellationToken);
            if (!doomed.HasExited)
            {
                await Waiting.UntilAsync("a worker is at work", async () => doomed.HasExited || await run.CountAsync("status = 'processing'") > 0, Patience, cancellationToken);
                await run.Ground.Workers[0].KillAsync();
                await run.Ground.BuryAsync();
                run.Ground.StartWorker();
                await doomed.EndedAsync(cancellationToken);
            }

            run.Happened();
            await doomed.DisposeAsync();
            await run.Ground.StartHostAsync(0, cancellationToken);
            var backAt = TimeProvider.System.GetUtcNow();
            await asking;
            if (await run.OpenAsync() > 0)
                run.Recoveries.Add(await run.NextClaimAsync(backAt, cancellationToken));
            await run.FinishedAsync(cancellationToken);
        }
    }

    protected override IEnumerable<Limit> Judge(FaultRun run)
    {
        yield return new("deaths", run.Injected, Points.Count * run.Size.Times, IsLeast: true);
    }
}
