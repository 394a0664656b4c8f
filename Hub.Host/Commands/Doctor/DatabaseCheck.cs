using System.Globalization;
using Hub.Adapters.Persistence.Postgres.Migrator;
using Hub.Host.Database;
using Hub.Modules.Kernel.SelfChecks;
using Npgsql;

namespace Hub.Host.Commands.Doctor;

/// <summary>The database answers, is new enough, has the schema and tells the same time. Starts the private one where that is used.</summary>
internal sealed class DatabaseCheck(HubDatabase database, IServiceProvider services, TimeProvider clock) : ISelfCheck
{
    private const int OldestVersion = 15;
    private static readonly TimeSpan MostSkew = TimeSpan.FromSeconds(2);

    public string Name => "database";

    public async Task<IReadOnlyList<Finding>> RunAsync(CancellationToken cancellationToken)
    {
        await database.StartAsync(cancellationToken);
        // Only now can it be asked for: its connection string is known since the line before.
        var source = services.GetRequiredService<NpgsqlDataSource>();
        await using var connection = await source.OpenConnectionAsync(cancellationToken);
        var version = connection.PostgreSqlVersion;
        return
        [
            version.Major >= OldestVersion
                ? Finding.Ok($"PostgreSQL {version}: {database.Description}")
                : Finding.Problem($"PostgreSQL {version} is too old", $"Use PostgreSQL {OldestVersion} or newer."),
            await DurabilityAsync(connection, cancellationToken),
            await SkewAsync(connection, cancellationToken),
            await SchemaAsync(cancellationToken),
        ];
    }

    private static async Task<Finding> DurabilityAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand("SELECT array(SELECT name FROM pg_settings WHERE name IN ('fsync', 'full_page_writes', 'synchronous_commit') AND setting = 'off' ORDER BY 1)", connection);
        var off = (string[])(await command.ExecuteScalarAsync(cancellationToken))!;
        return off.Length == 0
            ? Finding.Ok("What is committed survives a power cut")
            : Finding.Warning($"The server runs with {string.Join(", ", off)} off", "What the hub has accepted can be lost with the machine; switch it on for a show.");
    }

    private async Task<Finding> SkewAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand("SELECT clock_timestamp()", connection);
        var asked = clock.GetUtcNow();
        var told = new DateTimeOffset((DateTime)(await command.ExecuteScalarAsync(cancellationToken))!);
        var skew = told - asked - ((clock.GetUtcNow() - asked) / 2);
        var text = string.Create(CultureInfo.InvariantCulture, $"Its clock differs from this machine's by {skew.TotalSeconds:0.00} s");
        return skew.Duration() <= MostSkew ? Finding.Ok(text) : Finding.Warning(text, "Set both clocks by the same time server.");
    }

    private async Task<Finding> SchemaAsync(CancellationToken cancellationToken)
    {
        var pending = await services.GetRequiredService<DatabaseMigrator>().PendingAsync(cancellationToken);
        return pending.Count == 0
            ? Finding.Ok("Its schema is that of this version")
            : Finding.Warning($"{pending.Count} migrations are missing", "They are applied at the next start, or now with 'hub migrate'.");
    }
}
