using Hub.Modules.Kernel;
using Medallion.Threading.Postgres;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Npgsql;

namespace Hub.Modules.Subtitle.WatchCsv;

/// <summary>
/// Watches the folder by looking at it again and again, which works on any share. Of several hosts one watches at a time: who holds
/// the advisory lock. A host that cannot reach the folder lets go of the lock, so another may try.
/// </summary>
internal sealed partial class CsvFolderWatcher(
    CsvFolder folder, CsvFolderLook look, NpgsqlDataSource database, IOptions<CsvOptions> options, TimeProvider clock, ILogger<CsvFolderWatcher> logger)
    : ResilientBackgroundService(clock, logger)
{
    private readonly PostgresDistributedLock _lock = new(new PostgresAdvisoryLockKey("hub subtitle csv", allowHashing: true), database);

    protected override async Task RunOnceAsync(CancellationToken stoppingToken)
    {
        await using var tenure = await _lock.TryAcquireAsync(TimeSpan.Zero, stoppingToken);
        if (tenure is null)
        {
            await Task.Delay(options.Value.PollInterval, Clock, stoppingToken);
            return;
        }

        Watching(logger, folder.Path);
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(stoppingToken, tenure.HandleLostToken);
        while (true)
        {
            await look.RunAsync(ending.Token);
            await Task.Delay(options.Value.PollInterval, Clock, ending.Token);
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Watching {Folder} for the files of WSOP+")]
    private static partial void Watching(ILogger logger, string folder);
}
