using System.Net;
using System.Text.Json.Nodes;
using FluentAssertions;
using Hub.Tests.Support;
using Npgsql;

namespace Hub.Tests.Host.Health;

internal sealed class ReadinessTests
{
    [Test]
    public async Task Readiness_names_the_part_that_fails_and_recovers_with_it()
    {
        await using var hub = await RunningHub.StartAsync([]);
        var client = hub.ClientOf(hub.Application.FirstLogin!.Name, hub.Application.FirstLogin.Password);
        await BecomesAsync(client, "all parts are healthy", HttpStatusCode.OK, parts => parts.Count >= 3 && parts.Values.All(status => status == "healthy"));

        await AllowConnectionsAsync(hub.Database, allowed: false);
        await BecomesAsync(client, "the database is named", HttpStatusCode.ServiceUnavailable, parts => parts["database"] == "unhealthy");
        (await client.GetAsync("/health/live")).StatusCode.Should().Be(HttpStatusCode.OK, "a restart of the hub would not bring the database back");
        (await client.GetAsync("/stats")).StatusCode.Should().Be(HttpStatusCode.ServiceUnavailable);

        await AllowConnectionsAsync(hub.Database, allowed: true);
        await BecomesAsync(client, "all parts are healthy again", HttpStatusCode.OK, parts => parts.Values.All(status => status == "healthy"));
    }

    private static Task BecomesAsync(HttpClient client, string condition, HttpStatusCode code, Func<Dictionary<string, string>, bool> holds)
        => Eventually.BecomesTrueAsync(condition, async () =>
        {
            var answer = await client.GetAsync("/health/ready");
            var parts = JsonNode.Parse(await answer.Content.ReadAsStringAsync())!["parts"]!.AsArray().ToDictionary(part => (string)part!["name"]!, part => (string)part!["status"]!);
            return answer.StatusCode == code && holds(parts);
        });

    private static async Task AllowConnectionsAsync(TestDatabase database, bool allowed)
    {
        await using var server = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(database.ConnectionString) { Database = "postgres", Pooling = false }.ConnectionString);
        await using var change = server.CreateCommand($"ALTER DATABASE {database.Name} ALLOW_CONNECTIONS {allowed}");
        await change.ExecuteNonQueryAsync();
        await using var end = server.CreateCommand($"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '{database.Name}' AND NOT {allowed}");
        await end.ExecuteNonQueryAsync();
    }
}
