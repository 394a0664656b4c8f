using System.Diagnostics;
using System.Globalization;
using Hub.Tests.Faults.Harness.Judging;

namespace Hub.Tests.Faults.Harness.Scenarios;

/// <summary>An engine hangs: before it is ready, in the middle, after its last frame, and deaf to SIGTERM with a child of its own.</summary>
internal sealed class HangingEngines : Fault
{
    private const double LongestLife = 15;
    private static readonly string[] Kinds = ["start", "midway", "after", "stubborn"];
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);
    private bool _isWorkerWell;

    public override string Name => "hanging-engines";

    public override string Title => "an engine hangs, in four ways";

    public override FaultSize Short => new(Jobs: 2, Times: 1);

    public override FaultSize Long => new(Jobs: 2, Times: 5);

    protected override GroundPlan Ground => new() { Workers = 1 };

    protected override async Task InjectAsync(FaultRun run, CancellationToken cancellationToken)
    {
        var worker = run.Ground.Workers[0];
        for (var time = 0; time < run.Size.Times; time++)
        {
            foreach (var kind in Kinds)
            {
                var processes = kind == "start" ? await HangAtStartAsync(run, cancellationToken) : await HangAsync(run, kind, time, cancellationToken);
                var hungAt = Stopwatch.GetTimestamp();
                run.Happened();
                await Waiting.UntilAsync($"the engine that hangs ({kind}) is gone with all it had started", () => Task.FromResult(!processes.Any(IsAlive)), Patience, cancellationToken);
                run.Recoveries.Add(Stopwatch.GetElapsedTime(hungAt).TotalSeconds);
                // The worker is well: it makes this clip, and others.
                await run.AskAsync(run.Size.Jobs, "take 50", cancellationToken);
                await run.FinishedAsync(cancellationToken);
            }
        }

        _isWorkerWell = !worker.HasExited && await run.OpenAsync() == 0;
    }

    protected override IEnumerable<Limit> Judge(FaultRun run)
    {
        yield return Limit.Time("engine ended after, s", Percentiles.Of(run.Recoveries, 1), LongestLife);
        yield return new("workers that are well", _isWorkerWell ? 1 : 0, 1, IsLeast: true);
    }

    private static async Task<int[]> HangAsync(FaultRun run, string kind, int time, CancellationToken cancellationToken)
    {
        var mark = Path.Combine(run.Ground.Logs, string.Create(CultureInfo.InvariantCulture, $"hangs-{kind}-{time}"));
        await run.AskAsync($"hang {kind} {mark}", cancellationToken);
        await Waiting.UntilAsync("the engine hangs", () => Task.FromResult(File.Exists(mark) && new FileInfo(mark).Length > 0), Patience, cancellationToken);
        return [.. File.ReadLines(mark).Select(line => int.Parse(line, CultureInfo.InvariantCulture))];
    }

    /// <summary>Engines are kept warm, so the next one is started only when those there are have ended.</summary>
    private static async Task<int[]> HangAtStartAsync(FaultRun run, CancellationToken cancellationToken)
    {
        await File.WriteAllTextAsync(run.Ground.HangOnceMark, "", cancellationToken);
        foreach (var engine in ChildrenOf(run.Ground.Workers[0].Id))
        {
            using var process = Process.GetProcessById(engine);
            process.Kill(entireProcessTree: true);
        }

        await run.AskAsync("take 50", cancellationToken);
        string[] found = [];
        await Waiting.UntilAsync(
            "the engine hangs",
            () =>
            {
                // The engine has added its number to the name.
                found = [.. Directory.GetFiles(Path.GetDirectoryName(run.Ground.HangOnceMark)!, $"{Path.GetFileName(run.Ground.HangOnceMark)}*").Where(file => file != run.Ground.HangOnceMark)];
                return Task.FromResult(found.Length > 0);
            },
            Patience, cancellationToken);
        File.Delete(found[0]);
        return [int.Parse(Path.GetFileName(found[0])[Path.GetFileName(run.Ground.HangOnceMark).Length..], CultureInfo.InvariantCulture)];
    }

    private static List<int> ChildrenOf(int process)
        => [.. Directory.EnumerateDirectories(string.Create(CultureInfo.InvariantCulture, $"/proc/{process}/task"))
            .SelectMany(thread => File.ReadAllText(Path.Combine(thread, "children")).Split(' ', StringSplitOptions.RemoveEmptyEntries))
            .Select(child => int.Parse(child, CultureInfo.InvariantCulture))];

    private static bool IsAlive(int process)
    {
        var stat = string.Create(CultureInfo.InvariantCulture, $"/proc/{process}/stat");
        try
        {
            return !File.ReadAllText(stat).Contains(") Z ", StringComparison.Ordinal);
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException or IOException)
        {
            return false;
        }
    }
}
