using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Npgsql;

namespace Hub.Adapters.Persistence.Postgres.Redelivery;

/// <summary>Deletes what nobody needs any more, in batches; hosts that do it at the same time skip each other's rows.</summary>
internal sealed partial class OutboxSweep(NpgsqlDataSource dataSource, IOptions<OutboxOptions> options, ILogger<OutboxSweep> logger)
{
    private const int BatchSize = 5_000;

    /// <summary>Deletes the messages every subscriber has consumed.</summary>
    public Task<int> SweepConsumedAsync(CancellationToken cancellationToken)
        => DeleteAsync("messaging.outbox_message", "scope_id, ordinal", $"m.sent_at IS NOT NULL AND NOT {OutboxSql.Unconsumed}", TimeSpan.Zero, cancellationToken);

    /// <summary>
    /// Gives up on what is too old. The order matters: a message goes before the inbox rows that keep it from being consumed
    /// twice, since it is kept for a shorter time than they are.
    /// </summary>
    public async Task SweepAgedAsync(CancellationToken cancellationToken)
    {
        var settings = options.Value;
        await DeleteAsync("messaging.subscription", "consumer_id", "m.last_seen_at < now() - @age", settings.SubscriptionLifetime, cancellationToken);
        if (await DeleteAsync("messaging.outbox_message", "scope_id, ordinal", "m.created_at < now() - @age", settings.KeepUnconsumedFor, cancellationToken) is > 0 and var lost)
        {
            GivenUp(logger, lost, settings.KeepUnconsumedFor);
        }

        await DeleteAsync("messaging.dead_letter", "message_id, consumer_id", "NOT EXISTS (SELECT FROM messaging.outbox_message o WHERE o.message_id = m.message_id)", TimeSpan.Zero, cancellationToken);
        await DeleteAsync("messaging.inbox", "message_id, consumer_id", "m.consumed_at < now() - @age", settings.InboxRetention, cancellationToken);
    }

    private async Task<int> DeleteAsync(string table, string key, string condition, TimeSpan age, CancellationToken cancellationToken)
    {
        var total = 0;
        int deleted;
        do
        {
            await using var command = dataSource.CreateCommand(
                $"DELETE FROM {table} WHERE ({key}) IN (SELECT {key} FROM {table} m WHERE {condition} LIMIT {BatchSize} FOR UPDATE SKIP LOCKED)");
            command.Parameters.Add(new NpgsqlParameter<TimeSpan>("age", age));
            deleted = await command.ExecuteNonQueryAsync(cancellationToken);
            total += deleted;
        }
        while (deleted == BatchSize);

        return total;
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "{Count} messages were given up: not consumed by all their subscribers within {Age}")]
    private static partial void GivenUp(ILogger logger, int count, TimeSpan age);
}
