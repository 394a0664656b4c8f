using Hub.Modules.Kernel;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Npgsql;

namespace Hub.Adapters.Persistence.Postgres.Delivery;

/// <summary>
/// Delivers whatever is due: woken by a commit of this process or the word of another host, by the next due scope, and by a
/// slow poll in case a wake-up was lost.
/// </summary>
internal sealed class OutboxDeliveryService(
    IServiceScopeFactory scopes,
    MessageSender sender,
    NpgsqlDataSource dataSource,
    OutboxSignal signal,
    IOptions<OutboxOptions> options,
    TimeProvider timeProvider,
    ILogger<OutboxDeliveryService> logger) : ResilientBackgroundService(timeProvider, logger)
{
    protected override async Task RunOnceAsync(CancellationToken stoppingToken)
    {
        if (!sender.BrokerIsHealthy)
        {
            await sender.WaitForBrokerAsync(stoppingToken);
            await ForgetBackoffAsync(stoppingToken);
        }

        var lookedAt = await DatabaseTimeAsync(stoppingToken);
        if (await DeliverBatchAsync(stoppingToken) == options.Value.BatchSize)
        {
            return;
        }

        await signal.WaitToDeliverAsync(await UntilNextDueAsync(lookedAt, stoppingToken), stoppingToken);
    }

    private async Task<int> DeliverBatchAsync(CancellationToken stoppingToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<DeliveryBatch>().DeliverAsync(stoppingToken);
    }

    /// <summary>What failed while the broker was away need not wait its time out.</summary>
    private async Task ForgetBackoffAsync(CancellationToken cancellationToken)
    {
        await using var command = dataSource.CreateCommand(
            "UPDATE messaging.outbox_scope SET due_at = now() WHERE id IN (SELECT id FROM messaging.outbox_scope WHERE attempts > 0 AND due_at > now() FOR UPDATE SKIP LOCKED)");
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    private async Task<DateTime> DatabaseTimeAsync(CancellationToken cancellationToken)
    {
        await using var command = dataSource.CreateCommand("SELECT now()");
        return (DateTime)(await command.ExecuteScalarAsync(cancellationToken))!;
    }

    /// <summary>
    /// Counts what became due after the look began, too: the look may have passed it by. What was due before and is still there
    /// is in another host's hands.
    /// </summary>
    private async Task<TimeSpan> UntilNextDueAsync(DateTime lookedAt, CancellationToken cancellationToken)
    {
        await using var command = dataSource.CreateCommand("SELECT greatest(due_at - now(), interval '0') FROM messaging.outbox_scope WHERE due_at > $1 ORDER BY due_at LIMIT 1");
        command.Parameters.Add(new NpgsqlParameter { Value = lookedAt });
        return await command.ExecuteScalarAsync(cancellationToken) is TimeSpan next && next < options.Value.SafetyPoll ? next : options.Value.SafetyPoll;
    }
}
