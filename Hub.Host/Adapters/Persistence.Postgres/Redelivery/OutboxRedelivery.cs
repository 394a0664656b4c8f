using Hub.Adapters.Persistence.Postgres.Delivery;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Hub.Adapters.Persistence.Postgres.Redelivery;

/// <inheritdoc />
internal sealed partial class OutboxRedelivery(NpgsqlDataSource dataSource, OutboxSignal signal, ILogger<OutboxRedelivery> logger) : IOutboxRedelivery
{
    // Longer than a batch that a broker keeps waiting.
    private const int SecondsToWaitForDeliveries = 120;

    public async Task<int> ResendUnconsumedAsync(CancellationToken cancellationToken)
    {
        await AwaitDeliveriesAsync(cancellationToken);
        var count = await ResendAsync($"m.sent_at IS NOT NULL AND {OutboxSql.Open}", cancellationToken);
        // Deliveries passed by the scopes that were locked for a moment.
        signal.Raise();
        return count;
    }

    /// <summary>Sends again what is open since <paramref name="after"/>, with a pause that doubles each time up to an hour.</summary>
    public Task<int> ResendOverdueAsync(TimeSpan after, CancellationToken cancellationToken)
        => ResendAsync(
            $"m.sent_at < now() - least(@after * power(2, least(m.sends - 1, 20)), greatest(@after, interval '1 hour')) AND {OutboxSql.Open}",
            cancellationToken,
            new NpgsqlParameter<TimeSpan>("after", after));

    public async Task<int> ReplayDeadLettersAsync(CancellationToken cancellationToken)
    {
        await using (var forgive = dataSource.CreateCommand("DELETE FROM messaging.dead_letter"))
        {
            await forgive.ExecuteNonQueryAsync(cancellationToken);
        }

        return await ResendUnconsumedAsync(cancellationToken);
    }

    /// <summary>
    /// Waits for the deliveries that are under way. What they have handed over may be lost, too, but is marked as sent only with their
    /// commit: a resend that does not wait for it would pass it by.
    /// </summary>
    private async Task AwaitDeliveriesAsync(CancellationToken cancellationToken)
    {
        await using var command = dataSource.CreateCommand("SELECT count(*) FROM (SELECT FROM messaging.outbox_scope FOR KEY SHARE) AS under_way");
        command.CommandTimeout = SecondsToWaitForDeliveries;
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    private async Task<int> ResendAsync(string which, CancellationToken cancellationToken, params NpgsqlParameter[] parameters)
    {
        await using var connection = await dataSource.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        // One at a time: two hosts that update the same rows in different order would deadlock. Compiling the statement takes longer than running it.
        await using (var turn = new NpgsqlCommand("SET LOCAL jit = off; SELECT pg_advisory_xact_lock(hashtextextended('messaging.resend', 0))", connection, transaction))
        {
            await turn.ExecuteNonQueryAsync(cancellationToken);
        }

        await using var command = new NpgsqlCommand(
            $"""
             WITH again AS (UPDATE messaging.outbox_message m SET sent_at = NULL WHERE {which} RETURNING m.scope_id),
             due AS ({OutboxSql.MakeDue})
             SELECT count(*)::int FROM again
             """,
            connection,
            transaction);
        command.Parameters.AddRange(parameters);
        var count = (int)(await command.ExecuteScalarAsync(cancellationToken))!;
        await transaction.CommitAsync(cancellationToken);
        if (count > 0)
        {
            SentAgain(logger, count);
            signal.Raise();
        }

        return count;
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "{Count} messages that were not consumed are sent again")]
    private static partial void SentAgain(ILogger logger, int count);
}
