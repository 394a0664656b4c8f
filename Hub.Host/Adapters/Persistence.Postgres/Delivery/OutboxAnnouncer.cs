using Hub.Modules.Kernel;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Hub.Adapters.Persistence.Postgres.Delivery;

/// <summary>
/// Tells other hosts, a few times a second at most, that this one has messages: it may be unable to deliver them itself.
/// After the commit and apart from it, because a NOTIFY inside a transaction makes all commits wait for each other.
/// </summary>
internal sealed class OutboxAnnouncer(NpgsqlDataSource dataSource, OutboxSignal signal, TimeProvider timeProvider, ILogger<OutboxAnnouncer> logger)
    : ResilientBackgroundService(timeProvider, logger)
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(300);

    protected override async Task RunOnceAsync(CancellationToken stoppingToken)
    {
        await signal.WaitToTellOthersAsync(stoppingToken);
        await using var command = dataSource.CreateCommand($"SELECT pg_notify('{OutboxListener.ChannelName}', $1)");
        command.Parameters.Add(new NpgsqlParameter { Value = signal.HostId });
        await command.ExecuteNonQueryAsync(stoppingToken);
        await Task.Delay(Pause, Clock, stoppingToken);
    }
}
