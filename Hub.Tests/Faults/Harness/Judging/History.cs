using Npgsql;

namespace Hub.Tests.Faults.Harness.Judging;

/// <summary>
/// What became of every instruction and when: the hub's own rows keep the last state only, so a trigger of the harness writes all of them
/// down, in the transaction that makes them.
/// </summary>
internal static class History
{
    private const string Install =
        """
        CREATE SCHEMA IF NOT EXISTS faults;
        CREATE TABLE IF NOT EXISTS faults.transition (
          no bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, instruction_id int NOT NULL, status text NOT NULL, attempt bigint NOT NULL, claim_id uuid, worker text,
          retry_count int, lost_workers int, at timestamptz NOT NULL DEFAULT clock_timestamp());
        CREATE INDEX IF NOT EXISTS transition_of ON faults.transition (instruction_id, no);
        CREATE OR REPLACE FUNCTION faults.note() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
          INSERT INTO faults.transition (instruction_id, status, attempt, claim_id, worker, retry_count, lost_workers)
          VALUES (NEW.id, NEW.status, NEW.attempt, NEW.claim_id, NEW.worker, NEW.retry_count, NEW.lost_workers);
          RETURN NULL;
        END $$;
        CREATE OR REPLACE TRIGGER faults_insert AFTER INSERT ON public.render_instructions FOR EACH ROW EXECUTE FUNCTION faults.note();
        CREATE OR REPLACE TRIGGER faults_update AFTER UPDATE ON public.render_instructions FOR EACH ROW
          WHEN (OLD.status IS DISTINCT FROM NEW.status) EXECUTE FUNCTION faults.note();
        """;

    public static async Task InstallAsync(NpgsqlDataSource database, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(Install);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    /// <summary>What a worker holds now, or held when it was killed a moment ago: nobody has judged it yet.</summary>
    public static async Task<IReadOnlyList<HeldInstruction>> HeldByAsync(NpgsqlDataSource database, string worker, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(
            "SELECT lease.instruction_id, lease.claim_id FROM render.lease JOIN render.worker ON worker.id = lease.worker_id WHERE worker.name = $1");
        command.Parameters.Add(new() { Value = worker });
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var held = new List<HeldInstruction>();
        while (await reader.ReadAsync(cancellationToken))
            held.Add(new(reader.GetInt32(0), reader.GetGuid(1)));
        return held;
    }

    /// <summary>When an instruction was claimed next after somebody had lost it; null when its lost claim has finished it after all.</summary>
    public static async Task<DateTimeOffset?> ClaimedAgainAsync(NpgsqlDataSource database, HeldInstruction lost, DateTimeOffset after, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(
            "SELECT at FROM faults.transition WHERE instruction_id = $1 AND status = 'processing' AND claim_id <> $2 AND at > $3 ORDER BY no LIMIT 1");
        command.Parameters.Add(new() { Value = lost.InstructionId });
        command.Parameters.Add(new() { Value = lost.ClaimId });
        command.Parameters.Add(new() { Value = after.ToUniversalTime() });
        return await command.ExecuteScalarAsync(cancellationToken) is DateTime at ? new DateTimeOffset(at) : null;
    }
}
