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

        var look = await LookAsync(stoppingToken);
        if (look.Taken == options.Value.BatchSize)
        {
            return;
        }

        var poll = options.Value.SafetyPoll;
        await signal.WaitToDeliverAsync(look.UntilNext < poll ? look.UntilNext.Value : poll, stoppingToken);
    }

    private async Task<DeliveryLook> LookAsync(CancellationToken stoppingToken)
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
}
