using Hub.Modules.Kernel;
using Npgsql;

namespace Hub.Tests.Support;

/// <summary>A database of its own for a fixture, dropped with everything in it on dispose.</summary>
internal sealed class TestDatabase : IAsyncDisposable
{
    private readonly string _server;

    internal TestDatabase(string server, string name)
    {
        _server = server;
        Name = name;
        ExternalConnectionString = new NpgsqlConnectionStringBuilder(server)
        {
            Database = name,
            Pooling = true,
            MaxPoolSize = 80,
            IncludeErrorDetail = true,
        }.ConnectionString;
        ConnectionString = ModuleDatabase.Mark(ExternalConnectionString);
        DataSource = NpgsqlDataSource.Create(ConnectionString);
    }

    public string Name { get; }

    /// <summary>For hubs, and for what a test does in their place.</summary>
    public string ConnectionString { get; }

    /// <summary>For everybody else: v1's clients.</summary>
    public string ExternalConnectionString { get; }

    public NpgsqlDataSource DataSource { get; }

    /// <summary>Runs a statement and returns the number of rows it changed.</summary>
    public async Task<int> ExecuteAsync(string sql)
    {
        await using var command = DataSource.CreateCommand(sql);
        return await command.ExecuteNonQueryAsync();
    }

    /// <summary>The first column of the first row, or <c>default</c> when there is none or it is NULL.</summary>
    public async Task<T?> ScalarAsync<T>(string sql)
    {
        await using var command = DataSource.CreateCommand(sql);
        return await command.ExecuteScalarAsync() is T value ? value : default;
    }

    public async ValueTask DisposeAsync()
    {
        await DataSource.DisposeAsync();
        await TestPostgres.ExecuteAsync(_server, $"DROP DATABASE IF EXISTS {Name} WITH (FORCE)");
    }
}
