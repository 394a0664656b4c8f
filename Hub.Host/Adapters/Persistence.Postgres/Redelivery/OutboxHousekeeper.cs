using Hub.Adapters.Persistence.Postgres.Delivery;
using Hub.Adapters.Persistence.Postgres.Subscriptions;
using Hub.Modules.Kernel;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Npgsql;

namespace Hub.Adapters.Persistence.Postgres.Redelivery;

/// <summary>Keeps the messaging tables small and their promises kept: sweeps, repeats, says which consumers are here, measures.</summary>
internal sealed class OutboxHousekeeper(
    NpgsqlDataSource dataSource,
    SubscriptionStore subscriptions,
    OutboxRedelivery redelivery,
    OutboxSweep sweep,
    OutboxMetrics metrics,
    IOptions<OutboxOptions> options,
    TimeProvider timeProvider,
    ILogger<OutboxHousekeeper> logger) : ResilientBackgroundService(timeProvider, logger)
{
    private const int ShareOfTime = 20;
    private static readonly TimeSpan SlowRound = TimeSpan.FromMinutes(1);

    private long _slowRoundAt = timeProvider.GetTimestamp();

    protected override async Task RunOnceAsync(CancellationToken stoppingToken)
    {
        var started = Clock.GetTimestamp();
        await sweep.SweepConsumedAsync(stoppingToken);
        await redelivery.ResendOverdueAsync(options.Value.ResendAfter, stoppingToken);
        if (Clock.GetElapsedTime(_slowRoundAt) >= SlowRound)
        {
            await subscriptions.AnnounceAsync(stoppingToken);
            await sweep.SweepAgedAsync(stoppingToken);
            _slowRoundAt = Clock.GetTimestamp();
        }

        await MeasureAsync(stoppingToken);

        // A long backlog makes the sweep slow: it may not take more than a twentieth of the time.
        var pause = Clock.GetElapsedTime(started) * ShareOfTime;
        await Task.Delay(pause > options.Value.SweepInterval ? pause : options.Value.SweepInterval, Clock, stoppingToken);
    }

    private async Task MeasureAsync(CancellationToken cancellationToken)
    {
        await using var command = dataSource.CreateCommand(
            $"""
             SELECT count(*) FILTER (WHERE m.sent_at IS NULL), count(*), coalesce(now() - min(m.created_at), interval '0')
             FROM messaging.outbox_message m WHERE m.sent_at IS NULL OR {OutboxSql.Open}
             """);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        await reader.ReadAsync(cancellationToken);
        metrics.Measured(reader.GetInt64(0), reader.GetInt64(1), reader.GetTimeSpan(2));
    }
}
