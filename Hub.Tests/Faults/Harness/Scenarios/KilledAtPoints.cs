using Hub.Tests.Faults.Harness.Judging;
using Hub.Tests.Faults.Harness.Processes;

namespace Hub.Tests.Faults.Harness.Scenarios;

/// <summary>A worker dies between two steps, at each of the places where a step is taken; a sound one is there, too.</summary>
internal sealed class KilledAtPoints : Fault
{
    private static readonly IReadOnlyList<string> Points = ["claimed", "first-frame", "last-frame", "before-fsync", "before-rename", "before-commit", "before-acknowledge"];

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);
    private int _deaths;
    private int _retries;

    public override string Name => "kill-points";

    public override string Title => "a worker dies at each named point";

    public override FaultSize Short => new(Jobs: 14, Times: 1);

    public override FaultSize Long => new(Jobs: 14, Times: 10);

    protected override GroundPlan Ground => new() { Workers = 1 };

    protected override async Task InjectAsync(FaultRun run, CancellationToken cancellationToken)
    {
        for (var round = 0; round < run.Size.Times; round++)
        {
            var doomed = Points.ToDictionary(point => point, point => run.Ground.StartWorker(("Faults:KillAt", point)), StringComparer.Ordinal);
            await run.Ground.WorkersAreKnownAsync(cancellationToken);
            var deaths = Task.WhenAll(doomed.Values.Select(worker => DieAsync(run, worker, cancellationToken)));
            // A doomed worker may go long without a ticket while the sound one takes them all.
            while (!deaths.IsCompleted)
            {
                await run.AskAsync(run.Size.Jobs, "take 150", cancellationToken);
                await Waiting.UntilAsync("the load is worked off", async () => deaths.IsCompleted || await run.OpenAsync() == 0, Patience, cancellationToken);
            }

            await deaths;
            _deaths += doomed.Values.Count(worker => worker.ExitCode == HubNode.Killed);
            await run.FinishedAsync(cancellationToken);
            await run.Ground.BuryAsync();
        }

        _retries = await run.RetriesAsync();
    }

    protected override IEnumerable<Limit> Judge(FaultRun run)
    {
        yield return new("deaths at their points", _deaths, Points.Count * run.Size.Times, IsLeast: true);
        yield return new("retries charged", _retries, 0);
    }

    private static async Task DieAsync(FaultRun run, HubNode worker, CancellationToken cancellationToken)
    {
        await worker.EndedAsync(cancellationToken);
        var diedAt = TimeProvider.System.GetUtcNow();
        run.Happened();
        await run.InterruptedAsync(worker, diedAt, cancellationToken);
    }
}
