using Hub.Tests.Faults.Harness.Judging;

namespace Hub.Tests.Faults.Harness.Scenarios;

/// <summary>The disk of the clips is full, or cannot be written to; then somebody puts it right.</summary>
/// <param name="isFull">Full; otherwise read-only.</param>
internal sealed class BrokenDisk(bool isFull) : Fault
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan LookOn = TimeSpan.FromSeconds(3);
    private int _alerts;
    private int _doneMeanwhile;
    private int _charged;

    public override string Name => isFull ? "disk-full" : "output-unwritable";

    public override string Title => isFull ? "the disk of the clips is full" : "the disk of the clips is read-only";

    public override FaultSize Short => new(Jobs: 4, Times: 1);

    public override FaultSize Long => new(Jobs: 4, Times: 3);

    public override string? Obstacle => SmallDisk.Obstacle;

    protected override GroundPlan Ground => new()
    {
        Workers = 2,
        HasSmallDisk = true,
        Settings = new Dictionary<string, string>(StringComparer.Ordinal) { ["Render:Worker:DiskReserveMegabytes"] = "1", ["Render:Worker:MemoryReserveMegabytes"] = "0" },
    };

    protected override async Task InjectAsync(FaultRun run, CancellationToken cancellationToken)
    {
        for (var time = 0; time < run.Size.Times; time++)
        {
            await run.AskAsync(run.Size.Jobs, "take 50", cancellationToken);
            await run.FinishedAsync(cancellationToken);
            var before = await run.Ground.ReadAsync<long>("SELECT coalesce(sum(count), 0)::bigint FROM monitoring.alert WHERE code LIKE 'render-%'");

            await BreakAsync(run, cancellationToken);
            run.Happened();
            var done = await run.CountAsync("status = 'completed'");
            await run.AskAsync(run.Size.Jobs, "take 50", cancellationToken);
            await Waiting.UntilAsync(
                "an alert says so",
                async () => await run.Ground.ReadAsync<long>("SELECT coalesce(sum(count), 0)::bigint FROM monitoring.alert WHERE code LIKE 'render-%'") > before, Patience, cancellationToken);
            _alerts++;
            await FaultRun.PassAsync(LookOn, cancellationToken);
            _doneMeanwhile += await run.CountAsync("status = 'completed'") - done;

            await RepairAsync(run, cancellationToken);
            var repairedAt = TimeProvider.System.GetUtcNow();
            run.Watch.Excuse(TimeSpan.FromSeconds(20));
            run.Recoveries.Add(await run.NextClaimAsync(repairedAt, cancellationToken));
            await run.FinishedAsync(cancellationToken);
        }

        _charged = await run.ChargedAsync();
    }

    protected override IEnumerable<Limit> Judge(FaultRun run)
    {
        yield return new("alerts", _alerts, run.Size.Times, IsLeast: true);
        yield return new("clips made without a place for them", _doneMeanwhile, 0);
        yield return new("charged", _charged, 0);
    }

    private static string Ballast(FaultRun run) => Path.Combine(run.Ground.ClipFolder, "ballast");

    private async Task BreakAsync(FaultRun run, CancellationToken cancellationToken)
    {
        if (!isFull)
        {
            await SmallDisk.RemountAsync(run.Ground.ClipFolder, "ro", cancellationToken);
            return;
        }

        await using var ballast = File.Create(Ballast(run));
        var block = new byte[4096];
        try
        {
            while (true)
            {
                await ballast.WriteAsync(block, cancellationToken);
                await ballast.FlushAsync(cancellationToken);
            }
        }
        catch (IOException)
        {
            // Not a byte more.
        }
    }

    private async Task RepairAsync(FaultRun run, CancellationToken cancellationToken)
    {
        if (isFull)
            File.Delete(Ballast(run));
        else
            await SmallDisk.RemountAsync(run.Ground.ClipFolder, "rw", cancellationToken);
    }
}
