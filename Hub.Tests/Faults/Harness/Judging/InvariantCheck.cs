using System.Diagnostics;
using System.Security.Cryptography;
using Npgsql;

namespace Hub.Tests.Faults.Harness.Judging;

/// <summary>Finds out from the rows and the files what became of everything that the hub had accepted.</summary>
internal sealed class InvariantCheck(NpgsqlDataSource database, string clipFolder)
{
    /// <param name="accepted">Instructions whose acceptance somebody was told of.</param>
    /// <param name="mayFail">Those of them that were made to fail.</param>
    /// <param name="stranded">What was seen of it meanwhile.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<Invariants> RunAsync(IReadOnlyCollection<int> accepted, IReadOnlyCollection<int> mayFail, int stranded, CancellationToken cancellationToken)
    {
        var outputs = await OutputsAsync(cancellationToken);
        var files = Directory.EnumerateFileSystemEntries(clipFolder).ToHashSet(StringComparer.Ordinal);
        var known = outputs.Where(files.Contains).ToList();
        return new(
            Lost: await CountAsync(
                """
                SELECT count(*)::int FROM unnest($1) AS accepted(id) LEFT JOIN public.render_instructions USING (id)
                WHERE status IS NULL OR NOT (status = 'completed' OR (accepted.id = ANY ($2) AND status IN ('failed', 'timed_out', 'cancelled')))
                """,
                cancellationToken, accepted.ToArray(), mayFail.ToArray()),
            Doubled: await CountAsync(
                """
                SELECT count(*)::int FROM public.render_instructions instruction
                WHERE (SELECT count(*) FROM public.render_outputs output WHERE output.instruction_id = instruction.id) <> CASE status WHEN 'completed' THEN 1 ELSE 0 END
                  OR (SELECT count(*) FROM faults.transition done WHERE done.instruction_id = instruction.id AND done.status = 'completed') > 1
                """,
                cancellationToken),
            HalfFiles: outputs.Count - known.Count + await UndecodableAsync(known, cancellationToken),
            LeftFiles: files.Count - known.Distinct(StringComparer.Ordinal).Count(),
            stranded);
    }

    private async Task<List<string>> OutputsAsync(CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand("SELECT output_path FROM public.render_outputs");
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var outputs = new List<string>();
        while (await reader.ReadAsync(cancellationToken))
            outputs.Add(reader.GetString(0));
        return outputs;
    }

    /// <summary>Decodes from end to end; of files with the same bytes one.</summary>
    private static async Task<int> UndecodableAsync(IEnumerable<string> files, CancellationToken cancellationToken)
    {
        var verdicts = new Dictionary<string, bool>(StringComparer.Ordinal);
        var undecodable = 0;
        foreach (var file in files)
        {
            var hash = Convert.ToHexString(SHA256.HashData(await File.ReadAllBytesAsync(file, cancellationToken)));
            if (!verdicts.TryGetValue(hash, out var decodes))
                verdicts[hash] = decodes = await DecodesAsync(file, cancellationToken);
            undecodable += decodes ? 0 : 1;
        }

        return undecodable;
    }

    private static async Task<bool> DecodesAsync(string file, CancellationToken cancellationToken)
    {
        using var ffmpeg = Process.Start(new ProcessStartInfo("ffmpeg", ["-v", "error", "-xerror", "-i", file, "-f", "null", "-"]) { UseShellExecute = false, RedirectStandardError = true, RedirectStandardInput = true })!;
        ffmpeg.StandardInput.Close();
        var errors = await ffmpeg.StandardError.ReadToEndAsync(cancellationToken);
        await ffmpeg.WaitForExitAsync(cancellationToken);
        return ffmpeg.ExitCode == 0 && errors.Length == 0;
    }

    private async Task<int> CountAsync(string sql, CancellationToken cancellationToken, params int[][] values)
    {
        await using var command = database.CreateCommand(sql);
        foreach (var value in values)
            command.Parameters.Add(new NpgsqlParameter { Value = value });
        return (int)(await command.ExecuteScalarAsync(cancellationToken))!;
    }
}
