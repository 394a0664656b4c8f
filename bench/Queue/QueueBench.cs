using System.CommandLine;
using System.Globalization;
using Hub.Adapters.EmbeddedRedis;
using Hub.Bench.Measuring;

namespace Hub.Bench.Queue;

/// <summary><c>queue</c>: the way of an instruction through the whole hub, outbox, Redis and PostgreSQL included, at three sizes of its table.</summary>
internal static class QueueBench
{
    private static readonly Option<bool> Quick = new("--quick") { Description = "Only see that it works; judges nothing." };
    private static readonly Option<bool> Long = new("--long") { Description = "Nine longer rounds instead of five." };

    public static Command Create()
    {
        var command = new Command("queue", "Measure how instructions travel through the hub.") { Options = { Quick, Long } };
        command.SetAction((arguments, cancellationToken) => RunAsync(
            arguments.GetValue(Quick) ? QueuePlan.Quick : arguments.GetValue(Long) ? QueuePlan.Long : QueuePlan.Ordinary,
            isJudged: !arguments.GetValue(Quick),
            cancellationToken));
        return command;
    }

    /// <summary>The engine child of the hubs that are measured. Not for people.</summary>
    public static Command CreateEngineHost()
    {
        var command = new Command("engine-host", "Serve jobs of the queue bench.") { Hidden = true };
        command.SetAction((_, cancellationToken) => NoEngine.ServeAsync(cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(QueuePlan plan, bool isJudged, CancellationToken cancellationToken)
    {
        // PostgreSQL runs under an account of its own, which has to get in.
        var folder = Directory.CreateTempSubdirectory("hub-bench-");
        if (!OperatingSystem.IsWindows())
            folder.UnixFileMode |= UnixFileMode.GroupExecute | UnixFileMode.OtherExecute;
        try
        {
            await using var redis = await EmbeddedRedisServer.StartAsync(
                new EmbeddedRedisSettings { Folder = Path.Combine(folder.FullName, "redis"), Durability = RedisDurability.EverySecond }, cancellationToken);
            string[] names = [.. plan.Sizes.Select(NameOf)];
            var board = new Scoreboard(names);
            await MeasureAcceptanceAsync(plan, folder, redis.ConnectionString, board);
            await MeasureWorkAsync(plan, folder, redis.ConnectionString, board);

            board.Print();
            var goals = QueueGoals.Of(names, board);
            Console.WriteLine();
            Console.WriteLine($"Written to {ResultFile.Write("queue", new { plan, board.Results, goals })}");
            var exitCode = Goal.Judge(goals);
            return isJudged ? exitCode : 0;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    /// <summary>On a hub that does not render: what is accepted stays pending.</summary>
    private static async Task MeasureAcceptanceAsync(QueuePlan plan, DirectoryInfo folder, string redis, Scoreboard board)
    {
        await using var hub = await BenchHub.StartAsync("acceptance", folder, redis, isRendering: false);
        await History.WriteAsync(hub.Database, plan.Sizes[0]);
        await LifeCycles.AcceptAsync(hub, plan.Clips / 2);
        for (var round = 0; round < plan.Rounds; round++)
            board.Add(NameOf(plan.Sizes[0]), QueueFigures.Accepted, plan.Clips / (await LifeCycles.AcceptAsync(hub, plan.Clips)).TotalSeconds);
    }

    /// <summary>One hub for each size; they take turns, so that whatever else the machine does disturbs all of them alike.</summary>
    private static async Task MeasureWorkAsync(QueuePlan plan, DirectoryInfo folder, string redis, Scoreboard board)
    {
        List<BenchHub> hubs = [];
        try
        {
            foreach (var size in plan.Sizes)
            {
                Console.WriteLine($"preparing a hub with {NameOf(size)} instructions …");
                hubs.Add(await BenchHub.StartAsync(NameOf(size), folder, redis, isRendering: true));
                await History.WriteAsync(hubs[^1].Database, size);
                await LifeCycles.CompleteAsync(hubs[^1], plan.Clips / 2);
            }

            for (var round = 1; round <= plan.Rounds; round++)
            {
                Console.WriteLine($"round {round} of {plan.Rounds} …");
                foreach (var hub in hubs)
                    await RoundAsync(hub, plan, board);
            }
        }
        finally
        {
            foreach (var hub in hubs)
                await hub.DisposeAsync();
        }
    }

    private static async Task RoundAsync(BenchHub hub, QueuePlan plan, Scoreboard board)
    {
        GC.Collect();
        await using (var commits = await CommitLatency.StartAsync(hub))
        {
            Add(QueueFigures.IdleP50, QueueFigures.IdleP99, await commits.MeasureAsync(plan.Commits));
            using var stopping = new CancellationTokenSource();
            var work = LifeCycles.KeepBusyAsync(hub, QueueFigures.Load, stopping.Token);
            Add(QueueFigures.LoadedP50, QueueFigures.LoadedP99, await commits.MeasureAsync(plan.Commits));
            await stopping.CancelAsync();
            await work;
        }

        var elapsed = await LifeCycles.CompleteAsync(hub, plan.Clips);
        board.Add(hub.Name, QueueFigures.Completed, plan.Clips / elapsed.TotalSeconds);
        board.Add(hub.Name, QueueFigures.Cost, elapsed.TotalMilliseconds / plan.Clips);

        void Add(Figure p50, Figure p99, Latencies latencies)
        {
            board.Add(hub.Name, p50, latencies.P50);
            board.Add(hub.Name, p99, latencies.P99);
        }
    }

    private static string NameOf(int size) => size.ToString("#,0", CultureInfo.InvariantCulture) + " rows";
}
