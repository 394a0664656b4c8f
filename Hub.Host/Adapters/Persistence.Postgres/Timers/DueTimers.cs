using Hub.Adapters.Persistence.Postgres.Delivery;
using Hub.Modules.Kernel;
using Npgsql;

namespace Hub.Adapters.Persistence.Postgres.Timers;

/// <summary>
/// Puts the messages of due timers into the outbox, which does the rest. One statement both deletes a timer and stores its message, so each
/// fires once whoever dies in between; one that is being cancelled is locked, and passed by until that is decided.
/// </summary>
internal sealed class DueTimers(NpgsqlDataSource dataSource, OutboxSignal signal) : IRecurringJob
{
    private const int BatchSize = 1_000;

    private const string Envelope =
        """
        message_id, endpoint, published_type, message_types, content_type, body, headers, properties, request_id, correlation_id, conversation_id,
        initiator_id, source_address, destination_address, response_address, fault_address, expires_at
        """;

    private const string Fire =
        $"""
        WITH fired AS (
          DELETE FROM messaging.timer
          WHERE token = ANY(ARRAY(SELECT token FROM messaging.timer WHERE due_at <= now() ORDER BY due_at LIMIT $1 FOR UPDATE SKIP LOCKED))
          RETURNING gen_random_uuid() AS scope_id, *
        ), scopes AS (
          INSERT INTO messaging.outbox_scope (id, attempts) SELECT scope_id, 0 FROM fired
        )
        INSERT INTO messaging.outbox_message (scope_id, ordinal, sends, {Envelope}) SELECT scope_id, 0, 0, {Envelope} FROM fired
        """;

    public string Name => "messaging-timers";

    public TimeSpan Interval => TimeSpan.FromSeconds(1);

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        int fired;
        do
        {
            await using var command = dataSource.CreateCommand(Fire);
            command.Parameters.Add(new NpgsqlParameter<int> { TypedValue = BatchSize });
            fired = await command.ExecuteNonQueryAsync(cancellationToken);
            if (fired > 0)
            {
                signal.Raise();
            }
        }
        while (fired == BatchSize && !cancellationToken.IsCancellationRequested);
    }
}
