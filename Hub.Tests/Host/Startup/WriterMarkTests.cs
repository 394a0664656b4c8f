using FluentAssertions;
using Hub.Host;
using Hub.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Hub.Tests.Host.Startup;

/// <summary>By their mark the triggers on v1's tables tell the hub's connections from those of v1's clients.</summary>
internal sealed class WriterMarkTests
{
    [Test]
    public async Task Every_connection_of_the_hub_is_marked_whatever_options_it_is_given_and_however_often_it_is_used()
    {
        await using var database = await TestPostgres.CreateDatabaseAsync();
        await using var hub = HubApplication.Build(["--Urls=http://127.0.0.1:0", $"--ConnectionStrings:Hub={database.ExternalConnectionString};Options=-c statement_timeout=54321;Maximum Pool Size=1"]);
        var connections = hub.Web.Services.GetRequiredService<NpgsqlDataSource>();

        for (var use = 0; use < 3; use++)
        {
            (await ReadAsync(connections)).Should().Be("on 54321ms");
        }
    }

    [Test]
    public async Task Nobody_else_is()
    {
        await using var database = await TestPostgres.CreateDatabaseAsync();
        await using var connections = NpgsqlDataSource.Create(database.ExternalConnectionString);

        (await ReadAsync(connections)).Should().StartWith("nobody");
    }

    private static async Task<string> ReadAsync(NpgsqlDataSource connections)
    {
        await using var connection = await connections.OpenConnectionAsync();
        await using var command = new NpgsqlCommand("SELECT coalesce(nullif(current_setting('hub.writer', true), ''), 'nobody') || ' ' || current_setting('statement_timeout')", connection);
        return (string)(await command.ExecuteScalarAsync())!;
    }
}
