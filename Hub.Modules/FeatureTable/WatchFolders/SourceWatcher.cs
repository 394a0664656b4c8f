using Hub.Modules.Kernel;
using Medallion.Threading.Postgres;
using Microsoft.Extensions.DependencyInjection;
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
    IServiceScopeFactory scopes,
    NpgsqlDataSource database,
    IOptions<FeatureTableOptions> options,
    TimeProvider clock,
    ILogger<SourceWatcher> logger) : ResilientBackgroundService(clock, logger)
{
    private readonly PostgresDistributedLock _lock = new(new PostgresAdvisoryLockKey($"hub feature-table {source.Table}", allowHashing: true), database);

    private readonly FolderAlerts _alerts = new(source, scopes, clock);

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
            await LookAsync(look, ending.Token);
            await Task.Delay(options.Value.PollInterval, Clock, ending.Token);
        }
    }

    private async Task LookAsync(SourceLook look, CancellationToken cancellationToken)
    {
        try
        {
            await look.RunAsync(cancellationToken);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or TimeoutException)
        {
            await _alerts.NoteAwayAsync(exception.Message, cancellationToken);
            throw;
        }

        await (look.WhyAway is { } reason ? _alerts.NoteAwayAsync(reason, cancellationToken) : _alerts.NoteThereAsync(cancellationToken));
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Watching {Folder} for hands of table {Table}")]
    private static partial void Watching(ILogger logger, string table, string folder);
}
