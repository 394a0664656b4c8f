using Hub.Modules.Kernel;
using Medallion.Threading.Postgres;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Npgsql;

namespace Hub.Modules.FeatureTable.WatchFolders;

/// <summary>
/// Watches one source by looking at its folder again and again, which works on any share. Of several hosts one watches at a
/// time: who holds the source's advisory lock. A host that cannot reach the folder lets go of the lock, so another may try.
/// </summary>
internal sealed partial class SourceWatcher(
    WatchedSource source,
    SourceLookFactory looks,
    NpgsqlDataSource database,
    IOptions<FeatureTableOptions> options,
    TimeProvider clock,
    ILogger<SourceWatcher> logger) : ResilientBackgroundService(clock, logger)
{
    private readonly PostgresDistributedLock _lock = new(new PostgresAdvisoryLockKey($"hub feature-table {source.Table}", allowHashing: true), database);

    protected override async Task RunOnceAsync(CancellationToken stoppingToken)
    {
        await using var tenure = await _lock.TryAcquireAsync(TimeSpan.Zero, stoppingToken);
        if (tenure is null)
        {
            await Task.Delay(options.Value.PollInterval, Clock, stoppingToken);
            return;
        }

        Watching(logger, source.Table, source.Folder);
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(stoppingToken, tenure.HandleLostToken);
        using var look = await looks.CreateAsync(source, ending.Token);
        while (true)
        {
            await look.RunAsync(ending.Token);
            await Task.Delay(options.Value.PollInterval, Clock, ending.Token);
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Watching {Folder} for hands of table {Table}")]
    private static partial void Watching(ILogger logger, string table, string folder);
}
