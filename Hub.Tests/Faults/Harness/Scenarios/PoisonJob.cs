using System.Diagnostics;
using System.Globalization;
using Hub.Tests.Faults.Harness.Judging;

namespace Hub.Tests.Faults.Harness.Scenarios;

/// <summary>One job of many crashes its engine each time; then what made it crash is put right, and it is replayed.</summary>
internal sealed class PoisonJob : Fault
{
    private const double MostSlowdown = 1.10;
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);
    private readonly List<double> _plain = [];
    private readonly List<double> _poisoned = [];
    private int _deadLetters;
    private int _replayed;

    public override string Name => "poison-job";

    public override string Title => "a poison job among others";

    public override FaultSize Short => new(Jobs: 50, Times: 1);

    public override FaultSize Long => new(Jobs: 100, Times: 3);

    protected override GroundPlan Ground => new() { Workers = 2, Slots = 2 };

    protected override async Task InjectAsync(FaultRun run, CancellationToken cancellationToken)
    {
        // Processes that have never worked are slow at first.
        await run.AskAsync(run.Size.Jobs / 2, "take 100", cancellationToken);
        await run.FinishedAsync(cancellationToken);
        for (var time = 0; time < run.Size.Times; time++)
        {
            _plain.Add(await WorkAsync(run, cancellationToken));
            var cure = Path.Combine(run.Ground.Logs, string.Create(CultureInfo.InvariantCulture, $"cure-{time}"));
            var poison = await run.Client.AskForClipAsync($"crash-until {cure}", cancellationToken);
            run.Happened();
            _poisoned.Add(await WorkAsync(run, cancellationToken));

            await Waiting.UntilAsync("the poison job is a dead letter", async () => await run.CountAsync($"id = {poison} AND status = 'failed'") == 1, Patience, cancellationToken);
            _deadLetters += await run.CountAsync($"id = {poison} AND status = 'failed' AND retry_count = max_retries");
            await File.WriteAllTextAsync(cure, "", cancellationToken);
            await run.Client.InsistAsync(HttpMethod.Post, $"/api/v1/instructions/{poison}/replay", body: null, key: null, cancellationToken);
            run.Accept(poison);
            await run.FinishedAsync(cancellationToken);
            _replayed += await run.CountAsync($"id = {poison} AND status = 'completed' AND retry_count = 0");
        }
    }

    protected override IEnumerable<Limit> Judge(FaultRun run)
    {
        yield return new("dead letters after all retries", _deadLetters, run.Size.Times, IsLeast: true);
        yield return new("made when replayed", _replayed, run.Size.Times, IsLeast: true);
        yield return Limit.Time("others take longer, times", Percentiles.Of(_poisoned, 0.5) / Percentiles.Of(_plain, 0.5), MostSlowdown);
    }

    /// <returns>Seconds until all jobs but the poison are done.</returns>
    private static async Task<double> WorkAsync(FaultRun run, CancellationToken cancellationToken)
    {
        var started = Stopwatch.GetTimestamp();
        await run.AskAsync(run.Size.Jobs, "take 100", cancellationToken);
        await run.FinishedAsync(cancellationToken);
        return Stopwatch.GetElapsedTime(started).TotalSeconds;
    }
}
