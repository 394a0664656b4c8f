using Npgsql;

namespace Hub.Adapters.Persistence.Postgres.BrokerLoss;

/// <summary>What all hosts know about a broker, in PostgreSQL: a loss while every host was down is seen by the first that is back.</summary>
internal sealed class BrokerRecords(NpgsqlDataSource dataSource, TimeProvider clock)
{
    private const int MostSettlingLooks = 8;
    private static readonly TimeSpan SettlingPause = TimeSpan.FromMilliseconds(250);

    private const string Take =
        """
        SELECT run_id, counter, repairs, greatest(counter + 1, floor(extract(epoch FROM clock_timestamp()) * 1000)::bigint)
        FROM messaging.broker WHERE name = $1 AND seen_at <= clock_timestamp() - $2
        FOR NO KEY UPDATE SKIP LOCKED
        """;

    private const string Save =
        """
        UPDATE messaging.broker
        SET run_id = $2, counter = $3, repairs = $4, seen_at = clock_timestamp(),
            generation = generation + $5::int, lost_at = CASE WHEN $5 = 1 THEN clock_timestamp() ELSE lost_at END
        WHERE name = $1
        """;

    private const string Behind =
        """
        SELECT known.generation FROM messaging.broker_recovery recovery JOIN messaging.broker known ON known.name = recovery.broker
        WHERE recovery.broker = $1 AND recovery.part = $2 AND recovery.generation < known.generation
        FOR UPDATE OF recovery SKIP LOCKED
        """;

    /// <summary>Makes the rows that the other operations lock.</summary>
    public async Task AddAsync(string broker, IReadOnlyCollection<string> parts, CancellationToken cancellationToken)
    {
        await using var command = dataSource.CreateCommand(
            """
            INSERT INTO messaging.broker (name) VALUES (@broker) ON CONFLICT DO NOTHING;
            INSERT INTO messaging.broker_recovery (broker, part) SELECT @broker, part FROM unnest(@parts) AS mine(part) ORDER BY part ON CONFLICT DO NOTHING
            """);
        command.Parameters.AddWithValue("broker", broker);
        command.Parameters.AddWithValue("parts", parts.ToArray());
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    /// <summary>
    /// Looks at the broker, unless another host is at it or has done so within <paramref name="interval"/>. The broker has the new counter
    /// before the row has: when this host dies in between, the next look finds them different and takes it for a loss, which is harmless.
    /// </summary>
    /// <returns>Why what it held must be sent again, or null.</returns>
    public async Task<BrokerLossReason?> LookAsync(IBrokerProbe broker, TimeSpan interval, CancellationToken cancellationToken)
    {
        await using var connection = await dataSource.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        if (await TakeAsync(connection, broker.Name, interval, cancellationToken) is not var (known, counter))
        {
            return null;
        }

        var state = await broker.LookAsync(counter, cancellationToken);
        var reason = known.Judge(state);
        if (reason is not null)
        {
            (state, counter) = await SettleAsync(broker, state, counter, cancellationToken);
        }

        await using var save = new NpgsqlCommand(Save, connection)
        {
            Parameters =
            {
                new() { Value = broker.Name }, new() { Value = state.RunId }, new() { Value = counter }, new() { Value = state.Repairs }, new() { Value = reason is null ? 0 : 1 },
            },
        };
        await save.ExecuteNonQueryAsync(cancellationToken);
        await transaction.CommitAsync(CancellationToken.None);
        return reason;
    }

    /// <summary>
    /// Runs <paramref name="sendAgain"/> when <paramref name="part"/> has not done so for the latest loss and no other host is at it. A loss
    /// meanwhile makes it due again.
    /// </summary>
    /// <returns>What it returned; null when it was not due.</returns>
    public async Task<int?> RecoverAsync(string broker, string part, Func<CancellationToken, Task<int>> sendAgain, CancellationToken cancellationToken)
    {
        await using var connection = await dataSource.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        await using var behind = new NpgsqlCommand(Behind, connection) { Parameters = { new() { Value = broker }, new() { Value = part } } };
        if (await behind.ExecuteScalarAsync(cancellationToken) is not long generation)
        {
            return null;
        }

        var count = await sendAgain(cancellationToken);
        await using var save = new NpgsqlCommand("UPDATE messaging.broker_recovery SET generation = $3 WHERE broker = $1 AND part = $2", connection)
        {
            Parameters = { new() { Value = broker }, new() { Value = part }, new() { Value = generation } },
        };
        await save.ExecuteNonQueryAsync(cancellationToken);
        await transaction.CommitAsync(CancellationToken.None);
        return count;
    }

    /// <summary>
    /// Waits until the processes have made their queues anew: what was sent before would reach some of them only, and every repair would
    /// count as another loss.
    /// </summary>
    private async Task<(BrokerState State, long Counter)> SettleAsync(IBrokerProbe broker, BrokerState state, long counter, CancellationToken cancellationToken)
    {
        for (var look = 0; look < MostSettlingLooks; look++)
        {
            await Task.Delay(SettlingPause, clock, cancellationToken);
            var later = await broker.LookAsync(++counter, cancellationToken);
            if (later.RunId == state.RunId && later.Repairs == state.Repairs)
            {
                break;
            }

            state = later;
        }

        return (state, counter);
    }

    private static async Task<(KnownBroker Known, long Counter)?> TakeAsync(NpgsqlConnection connection, string name, TimeSpan interval, CancellationToken cancellationToken)
    {
        await using var take = new NpgsqlCommand(Take, connection) { Parameters = { new() { Value = name }, new() { Value = interval } } };
        await using var reader = await take.ExecuteReaderAsync(cancellationToken);
        if (!await reader.ReadAsync(cancellationToken))
        {
            return null;
        }

        var known = new KnownBroker
        {
            Name = name,
            RunId = await reader.IsDBNullAsync(0, cancellationToken) ? null : reader.GetString(0),
            Counter = reader.GetInt64(1),
            Repairs = reader.GetInt64(2),
        };
        return (known, reader.GetInt64(3));
    }
}
