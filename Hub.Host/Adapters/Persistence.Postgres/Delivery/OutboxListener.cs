using Hub.Modules.Kernel;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Hub.Adapters.Persistence.Postgres.Delivery;

/// <summary>Hears from other hosts that there is something to deliver. What it misses while its connection is down, the delivery's slow poll finds.</summary>
internal sealed class OutboxListener(NpgsqlDataSource dataSource, OutboxSignal signal, TimeProvider timeProvider, ILogger<OutboxListener> logger)
    : ResilientBackgroundService(timeProvider, logger)
{
    public const string ChannelName = "hub_outbox";

    private static readonly TimeSpan QuietTimeBeforeProbe = TimeSpan.FromSeconds(30);

    protected override async Task RunOnceAsync(CancellationToken stoppingToken)
    {
        await using var connection = await dataSource.OpenConnectionAsync(stoppingToken);
        connection.Notification += (_, notification) =>
        {
            if (notification.Payload != signal.HostId)
            {
                signal.RaiseHere();
            }
        };
        await using (var listen = new NpgsqlCommand($"LISTEN {ChannelName}", connection))
        {
            await listen.ExecuteNonQueryAsync(stoppingToken);
        }

        signal.RaiseHere();
        while (true)
        {
            if (!await connection.WaitAsync(QuietTimeBeforeProbe, stoppingToken))
            {
                // A connection whose other end vanished stays silent for ever unless it is asked.
                await using var probe = new NpgsqlCommand("SELECT 1", connection);
                await probe.ExecuteNonQueryAsync(stoppingToken);
            }
        }
    }
}
