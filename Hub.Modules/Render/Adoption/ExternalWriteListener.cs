using Hub.Modules.Kernel;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Hub.Modules.Render.Adoption;

/// <summary>
/// Hears of v1's clients' writes as they are committed. A look every second finds those whose notice went astray, and those that were
/// written while no coordinator ran.
/// </summary>
internal sealed class ExternalWriteListener(NpgsqlDataSource dataSource, IServiceScopeFactory scopes, TimeProvider clock, ILogger<ExternalWriteListener> logger)
    : ResilientBackgroundService(clock, logger)
{
    private static readonly TimeSpan LookInterval = TimeSpan.FromSeconds(1);

    protected override async Task RunOnceAsync(CancellationToken stoppingToken)
    {
        await using var connection = await dataSource.OpenConnectionAsync(stoppingToken);
        await using (var listen = new NpgsqlCommand($"LISTEN {ExternalWrites.ChannelName}", connection))
        {
            await listen.ExecuteNonQueryAsync(stoppingToken);
        }

        while (true)
        {
            if (await AreThereAsync(connection, stoppingToken))
            {
                await TakeAsync(stoppingToken);
            }

            await connection.WaitAsync(LookInterval, stoppingToken);
        }
    }

    private static async Task<bool> AreThereAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand("SELECT EXISTS (SELECT FROM render.external_write)", connection);
        return (bool)(await command.ExecuteScalarAsync(cancellationToken))!;
    }

    private async Task TakeAsync(CancellationToken cancellationToken)
    {
        bool isMore;
        do
        {
            await using var scope = scopes.CreateAsyncScope();
            isMore = await scope.ServiceProvider.GetRequiredService<ExternalWrites>().TakeAsync(cancellationToken);
        }
        while (isMore);
    }
}
