using FluentAssertions;
using Hub.Contracts.Render;
using Hub.Modules.Render.Leases;
using Hub.Tests.Render.Support;
using Hub.Tests.Support;
using Npgsql;

namespace Hub.Tests.Render.Leases;

internal sealed class DatabaseOutageTests : RenderSpec
{
    [Test]
    public async Task Broken_connections_cost_no_claim()
    {
        var file = Path.Combine(Folder, "go");
        var hub = await StartHubAsync();
        await hub.RequestAsync(Request($"wait-for {file}"));
        await CountBecomesAsync(1, "status = 'processing'");

        await ServerAsync($"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '{Database.Name}'");
        Database.DataSource.Clear();
        await Eventually.BecomesTrueAsync("the worker is present again", async () => await PresentWorkersAsync() == 1);
        await File.WriteAllTextAsync(file, "");

        await CountBecomesAsync(1, "status = 'completed' AND attempt = 1 AND retry_count = 0");
        hub.Events.Of<RenderAttemptLost>().Should().BeEmpty();
    }

    [Test]
    public async Task Without_the_database_work_ends_with_its_lease_and_is_handed_back_uncharged()
    {
        var file = Path.Combine(Folder, "go");
        var hub = await StartHubAsync(("LeaseSeconds", "2"));
        await hub.RequestAsync(Request($"wait-for {file}"));
        await Eventually.BecomesTrueAsync("the engine writes", () => Task.FromResult(ClipFiles().Count == 1));

        await ServerAsync($"ALTER DATABASE {Database.Name} ALLOW_CONNECTIONS false");
        await ServerAsync($"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '{Database.Name}'");
        await Eventually.BecomesTrueAsync("the engine is stopped and its file removed", () => Task.FromResult(ClipFiles().Count == 0));
        await File.WriteAllTextAsync(file, "");
        await ServerAsync($"ALTER DATABASE {Database.Name} ALLOW_CONNECTIONS true");

        await CountBecomesAsync(1, "status = 'completed' AND attempt > 1 AND retry_count = 0");
        hub.Events.Of<RenderHandedBack>().Should().ContainSingle();
    }

    private Task<long> PresentWorkersAsync()
        => Database.ScalarAsync<long>($"SELECT count(*) FROM pg_locks JOIN pg_database ON pg_database.oid = database WHERE datname = current_database() AND locktype = 'advisory' AND classid = {PresenceLock.Class} AND granted");

    private async Task ServerAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(Database.ConnectionString) { Database = "postgres", Pooling = false }.ConnectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }
}
