namespace Hub.Host.Commands.Demo.Live;

/// <summary><c>demo</c>: tables that play by themselves until someone stops the hub.</summary>
internal static class LiveDemo
{
    /// <summary>Tables start one after the other, so that there is always something to see.</summary>
    private static readonly TimeSpan BetweenTables = TimeSpan.FromSeconds(3);

    public static async Task<int> RunAsync(HubApplication hub, DemoRequest request, CancellationToken cancellationToken)
    {
        var tables = request.Tables;
        foreach (var table in tables)
            Directory.CreateDirectory(request.WatchedFolderOf(table));

        hub.UseFreePorts();
        await hub.StartAsync(cancellationToken);
        await AnnounceAsync(hub);
        if (request.Workers > 0)
            await Console.Out.WriteLineAsync($"{request.Workers} worker processes render; the page shows them at the bottom");

        using var stopping = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, hub.Web.Lifetime.ApplicationStopping);
        var playing = PlayAsync(tables, request, hub.Web.Services.GetRequiredService<TimeProvider>(), stopping.Token);
        await hub.Web.WaitForShutdownAsync(cancellationToken);
        await playing.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        return 0;
    }

    private static async Task PlayAsync(IReadOnlyList<DemoTable> tables, DemoRequest request, TimeProvider clock, CancellationToken cancellationToken)
    {
        await Task.WhenAll(tables.Select((table, index) => new TablePlayer(table, request.WatchedFolderOf(table), clock, Console.Out).PlayAsync(BetweenTables * index, cancellationToken)));
        await Console.Out.WriteLineAsync("All tables have played. The hub keeps running; Ctrl+C ends it.");
    }

    private static async Task AnnounceAsync(HubApplication hub)
    {
        foreach (var url in hub.Web.Urls)
            await Console.Out.WriteLineAsync($"Open {url}");
        await Console.Out.WriteLineAsync(hub.FirstLogin is { } login
            ? $"Log in as {login.Name} with password {login.Password}"
            : "Log in as one of the configured users");
    }
}
