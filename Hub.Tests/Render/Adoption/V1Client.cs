using Hub.Tests.Support;
using Npgsql;

namespace Hub.Tests.Render.Adoption;

/// <summary>A v1 client: plain SQL on v1's columns, with a role that has rights on v1's tables and on nothing else.</summary>
internal sealed class V1Client : IAsyncDisposable
{
    private readonly NpgsqlConnection _connection;
    private readonly string _role;

    private V1Client(NpgsqlConnection connection, string role) => (_connection, _role) = (connection, role);

    public static async Task<V1Client> ConnectAsync(TestDatabase database)
    {
        var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(database.ExternalConnectionString) { Pooling = false }.ConnectionString);
        await connection.OpenAsync();
        var client = new V1Client(connection, $"v1_{database.Name}");
        await client.ExecuteAsync($"""
            CREATE ROLE {client._role};
            GRANT SELECT, INSERT, UPDATE, DELETE ON public.render_instructions, public.render_outputs TO {client._role};
            GRANT USAGE ON ALL SEQUENCES IN SCHEMA public TO {client._role};
            SET ROLE {client._role}
            """);
        return client;
    }

    /// <summary>Asks for a clip, as v1's library does.</summary>
    /// <returns>Its id.</returns>
    public async Task<int> InsertAsync(string order = "succeed", string createdAt = "now()")
        => (int)(await ScalarAsync($$"""
            INSERT INTO render_instructions (template_name, layer_data_json, output_settings_json, status, priority, trigger_type, trigger_id, created_at)
            VALUES ('Test Card', '{"do": "{{order}}"}', '{}', 'pending', 5, NULL, NULL, {{createdAt}}) RETURNING id
            """))!;

    /// <summary>Sets a status and nothing else.</summary>
    public Task SetStatusAsync(int id, string status) => ExecuteAsync($"UPDATE render_instructions SET status = '{status}' WHERE id = {id}");

    public async Task ExecuteAsync(string sql)
    {
        await using var command = new NpgsqlCommand(sql, _connection);
        await command.ExecuteNonQueryAsync();
    }

    public async Task<object?> ScalarAsync(string sql)
    {
        await using var command = new NpgsqlCommand(sql, _connection);
        return await command.ExecuteScalarAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await ExecuteAsync($"RESET ROLE; DROP OWNED BY {_role}; DROP ROLE {_role}");
        await _connection.DisposeAsync();
    }
}
