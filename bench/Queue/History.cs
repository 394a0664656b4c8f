using Npgsql;

namespace Hub.Bench.Queue;

/// <summary>What a hub looks like that has been at work for long.</summary>
internal static class History
{
    private const int CommandSeconds = 600;

    /// <summary>Of a hundred clips one has failed and one was cancelled; the others are finished.</summary>
    private const string Insert =
        """
        INSERT INTO public.render_instructions (
          template_name, template_version, layer_data_json, output_settings_json, status, priority, trigger_type, trigger_id, subject, request_no,
          attempt, claim_id, worker, created_at, dispatched_at, started_at, completed_at)
        SELECT 'NAME', 1, jsonb_build_object('name', 'PLAYER ' || n, 'country', 'kr', 'chips', (n * 97 % 900000)::text),
          '{"format": "mov_alpha", "width": 1920, "height": 1080, "framesPerSecond": 50, "durationFrames": 250}',
          CASE n % 100 WHEN 0 THEN 'failed' WHEN 1 THEN 'cancelled' ELSE 'completed' END, 1 + n % 10, 'hand_completed', 'history/' || n, (n % 9)::text, 0,
          1, gen_random_uuid(), 'bench', at, at, at, at
        FROM (SELECT n, now() - n * interval '20 seconds' AS at FROM generate_series(1, $1) AS n) AS past
        """;

    private const string InsertOutputs =
        """
        INSERT INTO public.render_outputs (instruction_id, output_path, file_size, frame_count, width, height, attempt, claim_id, checksum, worker)
        SELECT id, '/clips/' || id || '.mov', 4000000, 250, 1920, 1080, attempt, claim_id, repeat('0', 64), worker
        FROM public.render_instructions WHERE status = 'completed'
        """;

    private const string Measure = "VACUUM (ANALYZE) public.render_instructions, public.render_outputs";

    public static async Task WriteAsync(NpgsqlDataSource database, int instructions)
    {
        await ExecuteAsync(database, Insert, new NpgsqlParameter { Value = instructions });
        await ExecuteAsync(database, InsertOutputs);
        await ExecuteAsync(database, Measure);
    }

    private static async Task ExecuteAsync(NpgsqlDataSource database, string sql, params NpgsqlParameter[] parameters)
    {
        await using var command = database.CreateCommand(sql);
        command.CommandTimeout = CommandSeconds;
        command.Parameters.AddRange(parameters);
        await command.ExecuteNonQueryAsync();
    }
}
