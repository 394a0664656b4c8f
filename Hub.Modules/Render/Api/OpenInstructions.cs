using Hub.Modules.Kernel;
using Npgsql;

namespace Hub.Modules.Render.Api;

/// <summary>Instructions that are neither finished nor given up.</summary>
internal sealed class OpenInstructions(NpgsqlDataSource dataSource) : IPendingWork
{
    public string Name => "open instructions";

    public async Task<long> CountAsync(CancellationToken cancellationToken)
    {
        await using var command = dataSource.CreateCommand("SELECT count(*) FROM public.render_instructions WHERE status IN ('pending', 'processing')");
        return (long)(await command.ExecuteScalarAsync(cancellationToken))!;
    }
}
