using Npgsql;

namespace Hub.Host.Commands.Demo.Once;

/// <summary>Counts what a run adds to v1's tables, and messages that nobody could digest.</summary>
internal sealed class RunLedger(NpgsqlDataSource database)
{
    private const string MarkSql =
        """
        select coalesce((select max(id) from hands), 0)::bigint,
               coalesce((select max(id) from render_instructions), 0)::bigint,
               coalesce((select max(id) from render_outputs), 0)::bigint,
               array(select id::bigint from render_instructions where status in ('pending', 'processing')),
               (select count(*) from messaging.dead_letter)
        """;

    /// <summary>Without what was withdrawn before it was rendered: its hand was corrected, and nobody wants it.</summary>
    private const string TemplatesSql =
        """
        select template_name, count(*), count(*) filter (where status = 'completed')
        from render_instructions
        where (id > $1 or id = any ($2)) and status <> 'cancelled'
        group by template_name
        order by template_name
        """;

    private const string ClipsSql =
        """
        select coalesce(worker, ''), output_path
        from render_outputs
        where id > $1 and status = 'completed'
        order by id
        """;

    /// <summary>
    /// Everything that crosses from one stage to the next leaves a trace in it: a hand read or revised, an instruction made,
    /// moved or ended, a clip finished.
    /// </summary>
    private const string TraceSql =
        """
        select concat_ws('|',
            (select concat_ws(',', count(*), sum(extract(epoch from updated_at))) from hands),
            (select string_agg(status || n, ',' order by status) from (select status, count(*) as n from render_instructions group by status) s),
            (select count(*) from render_outputs))
        """;

    public async Task<RunMark> MarkAsync(CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(MarkSql);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        await reader.ReadAsync(cancellationToken);
        return new(reader.GetInt64(0), reader.GetInt64(1), reader.GetInt64(2), reader.GetFieldValue<long[]>(3), reader.GetInt64(4));
    }

    public async Task<string> TraceAsync(CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(TraceSql);
        return (string)(await command.ExecuteScalarAsync(cancellationToken))!;
    }

    public async Task<RunResult> SinceAsync(RunMark mark, TimeSpan elapsed, CancellationToken cancellationToken) => new()
    {
        Hands = await CountAsync("select count(*) from hands where id > $1 and table_id not like '%~void%'", mark.Hand, cancellationToken),
        Clips = await CountAsync("select count(*) from render_outputs where id > $1 and status = 'completed'", mark.Output, cancellationToken),
        DeadLetters = await CountAsync("select count(*) - $1 from messaging.dead_letter", mark.DeadLetters, cancellationToken),
        Templates = await TemplatesAsync(mark, cancellationToken),
        Seconds = Math.Round(elapsed.TotalSeconds, 1),
    };

    /// <summary>The clips of the run, in the order they were finished.</summary>
    public async Task<IReadOnlyList<MadeClip>> ClipsSinceAsync(RunMark mark, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(ClipsSql);
        command.Parameters.Add(new() { Value = mark.Output });
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        List<MadeClip> clips = [];
        while (await reader.ReadAsync(cancellationToken))
            clips.Add(new(reader.GetString(0), Path.GetFileName(reader.GetString(1))));
        return clips;
    }

    private async Task<long> CountAsync(string sql, long since, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(sql);
        command.Parameters.Add(new() { Value = since });
        return (long)(await command.ExecuteScalarAsync(cancellationToken))!;
    }

    private async Task<IReadOnlyList<TemplateCount>> TemplatesAsync(RunMark mark, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(TemplatesSql);
        command.Parameters.Add(new() { Value = mark.Instruction });
        command.Parameters.Add(new() { Value = mark.OpenInstructions });
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        List<TemplateCount> templates = [];
        while (await reader.ReadAsync(cancellationToken))
            templates.Add(new(reader.GetString(0), reader.GetInt64(1), reader.GetInt64(2)));
        return templates;
    }
}
