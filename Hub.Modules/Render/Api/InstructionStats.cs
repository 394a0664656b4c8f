using Hub.Modules.Kernel;
using Hub.Modules.Render.Domain;
using Npgsql;

namespace Hub.Modules.Render.Api;

/// <summary>Instructions by status, as v1's <c>/stats</c> counts them.</summary>
internal sealed class InstructionStats(NpgsqlDataSource dataSource) : IStatsSource
{
    public string Section => "render_instructions";

    public async Task<IReadOnlyDictionary<string, long>> ReadAsync(CancellationToken cancellationToken)
    {
        var stats = RenderStatus.All.ToDictionary(status => status, _ => 0L, StringComparer.Ordinal);
        await using var command = dataSource.CreateCommand("SELECT status, count(*) FROM public.render_instructions GROUP BY status");
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            stats[reader.GetString(0)] = reader.GetInt64(1);
        }

        stats["total"] = stats.Values.Sum();
        return stats;
    }
}
