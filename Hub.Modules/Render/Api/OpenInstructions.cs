using Hub.Modules.Kernel;
using Hub.Modules.Render.Domain;
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
              AND (not_before IS DISTINCT FROM $1 OR EXISTS (SELECT FROM render.external_write WHERE instruction_id = render_instructions.id)))
            """);
        command.Parameters.Add(new NpgsqlParameter<DateTimeOffset> { TypedValue = Held.Until });
        return (long)(await command.ExecuteScalarAsync(cancellationToken))!;
    }
}
