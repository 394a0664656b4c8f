using Npgsql;

namespace Hub.Modules.Render.Leases;

/// <summary>
/// A worker's dedicated connection: makes the worker known, holds its presence lock, renews its leases. Synchronous on purpose: it
/// runs on a thread of its own, which a busy thread pool cannot hold up.
/// </summary>
internal sealed class WorkerSession : IDisposable
{
    private const int SecondsToAnswer = 2;
    private readonly NpgsqlConnection _connection;
    private readonly WorkerIdentity _worker;
    private bool _isPresent;

    private WorkerSession(NpgsqlConnection connection, WorkerIdentity worker) => (_connection, _worker) = (connection, worker);

    public static WorkerSession Open(NpgsqlDataSource dataSource, WorkerIdentity worker)
    {
        var session = new WorkerSession(dataSource.OpenConnection(), worker);
        try
        {
            session.NeedNoDisk();
            session.Register();
            return session;
        }
        catch
        {
            session.Dispose();
            throw;
        }
    }

    /// <summary>
    /// Renews <paramref name="claims"/>, but waits for none: a lease that is locked is about to be ended, by its worker or a
    /// coordinator, and must not hold up the others.
    /// </summary>
    /// <returns>Those that still have a lease, and whether it was renewed.</returns>
    public Dictionary<Guid, bool> Renew(Guid[] claims)
    {
        // The session before this one may have held the lock until the server noticed its end.
        _isPresent = _isPresent || TryLock();
        using var command = Command(
            """
            WITH renewed AS (
              UPDATE render.lease SET expires_at = clock_timestamp() + $1
              WHERE claim_id IN (SELECT claim_id FROM render.lease WHERE claim_id = ANY ($2) FOR UPDATE SKIP LOCKED)
              RETURNING claim_id
            )
            SELECT claim_id, renewed.claim_id IS NOT NULL FROM render.lease LEFT JOIN renewed USING (claim_id) WHERE claim_id = ANY ($2)
            """,
            _worker.Lease, claims);
        using var reader = command.ExecuteReader();
        var held = new Dictionary<Guid, bool>();
        while (reader.Read())
        {
            held.Add(reader.GetGuid(0), reader.GetBoolean(1));
        }

        return held;
    }

    /// <summary>Shows when the worker last had contact.</summary>
    /// <returns>False when a coordinator took the worker for gone and removed it.</returns>
    public bool Touch()
    {
        using var command = Command("UPDATE render.worker SET last_seen_at = clock_timestamp() WHERE id = $1", _worker.Id);
        return command.ExecuteNonQuery() == 1;
    }

    /// <summary>Says that the worker stops, and is not lost. A pooled connection would hold the lock for a while.</summary>
    public void Leave()
    {
        using var note = Command("UPDATE render.worker SET left_at = clock_timestamp() WHERE id = $1", _worker.Id);
        note.ExecuteNonQuery();
        using var free = Command("SELECT pg_advisory_unlock_all()");
        free.ExecuteNonQuery();
    }

    public void Dispose() => _connection.Dispose();

    /// <summary>
    /// Renewals do not wait for the disk, which finished clips keep busy. One that a crash of the server takes back harms nobody:
    /// after a restart no lease is judged before it could be renewed.
    /// </summary>
    private void NeedNoDisk()
    {
        using var command = Command("SET synchronous_commit = off");
        command.ExecuteNonQuery();
    }

    private void Register()
    {
        // Row and lock become visible together: nobody sees a worker that is known but not present.
        using var transaction = _connection.BeginTransaction();
        using (var command = Command(
            """
            INSERT INTO render.worker (id, name, slots, trouble, started_at, last_seen_at)
            VALUES (coalesce(nullif($1, 0), nextval(pg_get_serial_sequence('render.worker', 'id'))::int), $2, $3, $4, clock_timestamp(), clock_timestamp())
            ON CONFLICT (id) DO UPDATE SET last_seen_at = excluded.last_seen_at
            RETURNING id
            """,
            _worker.Id, _worker.Name, _worker.OpenSlots, (object?)_worker.UnfitBecause ?? DBNull.Value))
        {
            _worker.Id = (int)command.ExecuteScalar()!;
        }

        _isPresent = TryLock();
        transaction.Commit();
    }

    private bool TryLock()
    {
        using var command = Command("SELECT pg_try_advisory_lock($1, $2)", PresenceLock.Class, _worker.Id);
        return (bool)command.ExecuteScalar()!;
    }

    private NpgsqlCommand Command(string sql, params object[] values)
    {
        var command = new NpgsqlCommand(sql, _connection) { CommandTimeout = SecondsToAnswer };
        foreach (var value in values)
        {
            command.Parameters.Add(new NpgsqlParameter { Value = value });
        }

        return command;
    }
}
