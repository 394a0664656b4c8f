using System.Collections.Concurrent;
using System.Globalization;
using Npgsql;

namespace Hub.Tests.Support;

/// <summary>
/// The PostgreSQL of a test run: the server named by <c>HUB_TEST_POSTGRES</c> (a connection string whose user may create
/// databases), else a private cluster that starts with the first test that asks for a database and goes with the run.
/// </summary>
internal static class TestPostgres
{
    /// <summary>Environment variable with the connection string of a server to use instead of a private one.</summary>
    public const string ServerVariable = "HUB_TEST_POSTGRES";

    private static readonly ConcurrentDictionary<string, Lazy<Task<string>>> Templates = new(StringComparer.Ordinal);
    private static readonly Lazy<Task<string>> Server = new(StartAsync);
    private static TestPostgresCluster? _cluster;
    private static int _databases;

    /// <summary>Creates an empty database; disposing the result drops it.</summary>
    public static Task<TestDatabase> CreateDatabaseAsync() => CopyAsync("template0");

    /// <summary>
    /// Creates a database as a copy of one that <paramref name="prepare"/> filled. It runs once in a test run for each
    /// <paramref name="template"/>, so that a hundred fixtures migrate once.
    /// </summary>
    public static async Task<TestDatabase> CreateDatabaseAsync(string template, Func<TestDatabase, Task> prepare)
        => await CopyAsync(await Templates.GetOrAdd(template, _ => new(() => PrepareAsync(prepare))).Value);

    /// <summary>Stops the private cluster, if one was started.</summary>
    public static async Task StopAsync()
    {
        if (_cluster is not { } cluster)
        {
            return;
        }

        NpgsqlConnection.ClearAllPools();
        await cluster.DisposeAsync();
    }

    internal static async Task ExecuteAsync(string connectionString, string sql)
    {
        await using var connection = new NpgsqlConnection(connectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }

    private static async Task<TestDatabase> CopyAsync(string template)
    {
        var server = await Server.Value;
        var name = string.Create(CultureInfo.InvariantCulture, $"test_{Environment.ProcessId}_{Interlocked.Increment(ref _databases)}");
        await ExecuteAsync(server, $"CREATE DATABASE {name} TEMPLATE {template} ENCODING 'UTF8'");
        return new TestDatabase(server, name);
    }

    private static async Task<string> PrepareAsync(Func<TestDatabase, Task> prepare)
    {
        var database = await CreateDatabaseAsync();
        await prepare(database);
        // A database can be copied only while nobody is connected to it.
        await database.DataSource.DisposeAsync();
        return database.Name;
    }

    private static async Task<string> StartAsync()
    {
        if (Environment.GetEnvironmentVariable(ServerVariable) is { Length: > 0 } server)
        {
            return server;
        }

        if (TestPostgresCluster.FindBinaries() is not { } binaries)
        {
            const string Missing = $"No PostgreSQL server binaries found. Install PostgreSQL 15 or later, or set {ServerVariable} to the connection string of a server.";
            if (string.Equals(Environment.GetEnvironmentVariable("CI"), "true", StringComparison.OrdinalIgnoreCase))
            {
                throw new InvalidOperationException(Missing);
            }

            throw new IgnoreException(Missing);
        }

        _cluster = await TestPostgresCluster.StartAsync(binaries);
        return _cluster.ConnectionString;
    }
}
