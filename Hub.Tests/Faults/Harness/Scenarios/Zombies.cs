using System.Globalization;
using Hub.Tests.Faults.Harness.Judging;
using Hub.Tests.Faults.Harness.Processes;

namespace Hub.Tests.Faults.Harness.Scenarios;

/// <summary>Workers stall with a clip in hand until others have made it, then wake up and go on as if nothing had been.</summary>
internal sealed class Zombies : Fault
{
    private const int AtATime = 4;
    private static readonly string[] Stalls = ["before-commit", "before-rename", "last-frame"];
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);
    private int _refused;
    private int _stalled;

    public override string Name => "zombies";

    public override string Title => "SIGSTOP past the lease, then SIGCONT";

    public override FaultSize Short => new(Jobs: 8, Times: AtATime);

    public override FaultSize Long => new(Jobs: 8, Times: 20);

    protected override GroundPlan Ground => new() { Workers = 1 };

    protected override async Task InjectAsync(FaultRun run, CancellationToken cancellationToken)
    {
        while (_stalled < run.Size.Times)
            await WaveAsync(run, Math.Min(AtATime, run.Size.Times - _stalled), cancellationToken);
    }

    protected override IEnumerable<Limit> Judge(FaultRun run)
    {
        yield return new("zombies whose file and result were refused", _refused, run.Size.Times, IsLeast: true);
    }

    private async Task WaveAsync(FaultRun run, int count, CancellationToken cancellationToken)
    {
        // Half of them are stopped from outside at any moment, the others stop by themselves between two steps.
        var stalling = Enumerable.Range(0, count)
            .Select(number => number % 2 == 0 ? run.Ground.StartWorker() : run.Ground.StartWorker(("Faults:KillAt", Stalls[(_stalled + number) / 2 % Stalls.Length]), ("Faults:Stalls", "true")))
            .ToList();
        await run.Ground.WorkersAreKnownAsync(cancellationToken);
        var asking = run.AskAsync(run.Size.Jobs, "take 1000", cancellationToken);
        var zombies = await Task.WhenAll(stalling.Select((worker, number) => StallAsync(run, worker, stopsItself: number % 2 == 1, cancellationToken)));
        await asking;
        _stalled += count;

        await Waiting.UntilAsync("others have made what the stalled ones had in hand", async () => await run.OpenAsync() == 0, Patience, cancellationToken);
        foreach (var worker in stalling)
            await worker.SignalAsync("CONT");
        await run.Ground.WorkersAreKnownAsync(cancellationToken);
        foreach (var zombie in zombies.SelectMany(held => held))
        {
            var name = zombie.ClaimId.ToString("N");
            await Waiting.UntilAsync(
                string.Create(CultureInfo.InvariantCulture, $"the zombie's file of instruction {zombie.InstructionId} is gone"),
                () => Task.FromResult(!Directory.EnumerateFileSystemEntries(run.Ground.ClipFolder).Any(file => file.Contains(name, StringComparison.Ordinal))),
                Patience, cancellationToken);
            if (await run.Ground.ReadAsync<int>("SELECT count(*)::int FROM public.render_outputs WHERE claim_id = $1", zombie.ClaimId) == 0)
                _refused++;
        }

        // What stalls by itself does so once.
        foreach (var worker in stalling)
            await worker.StopAsync();
        await run.Ground.BuryAsync();
    }

    /// <summary>Waits until the worker has something in hand and stands still.</summary>
    private static async Task<IReadOnlyList<HeldInstruction>> StallAsync(FaultRun run, HubNode worker, bool stopsItself, CancellationToken cancellationToken)
    {
        IReadOnlyList<HeldInstruction> held = [];
        await Waiting.UntilAsync("a worker stands still with a clip in hand", async () =>
        {
            held = await History.HeldByAsync(run.Ground.Database, worker.WorkerName, cancellationToken);
            if (held.Count == 0)
                return false;
            if (!stopsItself)
                await worker.SignalAsync("STOP");
            return worker.IsStopped();
        }, Patience, cancellationToken);
        var stoppedAt = TimeProvider.System.GetUtcNow();
        run.Happened();
        // Between the look and the stop it may have gone on to another one.
        return await run.InterruptedAsync(worker, stoppedAt, cancellationToken);
    }
}
