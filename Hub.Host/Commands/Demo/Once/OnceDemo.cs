using Hub.Modules.Kernel;
using Npgsql;

namespace Hub.Host.Commands.Demo.Once;

/// <summary><c>demo --once</c>: plays everything, waits, reports.</summary>
internal static class OnceDemo
{
    /// <summary>Runs to the end.</summary>
    /// <returns>The exit code: 0 only if every caption became a clip and nothing is left.</returns>
    public static async Task<int> RunAsync(HubApplication hub, DemoRequest request, long started, CancellationToken cancellationToken)
    {
        var services = hub.Web.Services;
        var clock = services.GetRequiredService<TimeProvider>();
        await hub.PrepareAsync(cancellationToken);
        var ledger = new RunLedger(services.GetRequiredService<NpgsqlDataSource>());
        var mark = await ledger.MarkAsync(cancellationToken);

        hub.UseFreePorts();
        await hub.Web.StartAsync(cancellationToken);
        var open = await new Settlement(services.GetRequiredService<IServiceScopeFactory>(), ledger, clock).WaitAsync(cancellationToken);

        var result = (await ledger.SinceAsync(mark, clock.GetElapsedTime(started), cancellationToken)) with { BadFiles = await BadFilesAsync(services, cancellationToken) };
        var clips = await ledger.ClipsSinceAsync(mark, cancellationToken);
        // Before the report: its last line is the last thing to be read.
        await hub.Web.StopAsync(cancellationToken);
        if (request.Workers > 0)
            await WorkerReport.PrintAsync(clips, Console.Out);
        await RunReport.PrintAsync(result, open, Console.Out);
        return result.IsClean && open.Count == 0 ? 0 : HubCommand.Failed;
    }

    private static async Task<long> BadFilesAsync(IServiceProvider services, CancellationToken cancellationToken)
    {
        await using var scope = services.CreateAsyncScope();
        var files = scope.ServiceProvider.GetServices<IStatsSource>().SingleOrDefault(source => source.Section == "source_files");
        return files is null ? 0 : (await files.ReadAsync(cancellationToken)).GetValueOrDefault("bad");
    }
}
