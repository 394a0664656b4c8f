using Hub.Modules.Kernel;
using Npgsql;

namespace Hub.Modules.Render.Api;

/// <summary>Instructions that are neither finished nor given up, and do not wait for a person.</summary>
internal sealed class OpenInstructions(NpgsqlDataSource dataSource) : IPendingWork
{
    public string Name => "open instructions";

    public async Task<long> CountAsync(CancellationToken cancellationToken)
    {
        await using var command = dataSource.CreateCommand(
            """
            SELECT count(*) FROM public.render_instructions
            WHERE status = 'processing' OR (status = 'pending'
              AND (not_before IS DISTINCT FROM 'infinity' OR EXISTS (SELECT FROM render.external_write WHERE instruction_id = render_instructions.id)))
            """);
        return (long)(await command.ExecuteScalarAsync(cancellationToken))!;
    }
}
