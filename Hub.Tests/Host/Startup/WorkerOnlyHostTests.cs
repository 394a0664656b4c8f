using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Text;
using System.Text.Json.Nodes;
using FluentAssertions;
using Hub.Adapters.Scheduling.Quartz;
using Hub.Host;
using Hub.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Npgsql;

namespace Hub.Tests.Host.Startup;

/// <summary>A render machine: only the worker role. Its broker may be away, so these name one that is.</summary>
internal sealed class WorkerOnlyHostTests
{
    private const string Password = "render all day long";
    private string _folder = "";
    private TestDatabase _database = null!;

    [SetUp]
    public async Task MakeDatabase()
    {
        _folder = Directory.CreateTempSubdirectory("hub-worker-").FullName;
        _database = await TestPostgres.CreateDatabaseAsync();
    }

    [TearDown]
    public async Task DropDatabase()
    {
        await _database.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    [Test]
    public async Task It_waits_for_the_schema_says_so_and_does_not_make_it()
    {
        var address = FreeAddress();
        await using var worker = HubApplication.Build([.. Settings(_database.ConnectionString), $"--Urls={address}"]);
        using var client = ClientOf(address);
        var starting = worker.StartAsync(CancellationToken.None);

        await Eventually.BecomesTrueAsync("readiness names the migrations", async () => (await LacksAsync(client)).GetValueOrDefault("migrations")?.Contains("migrations are missing", StringComparison.Ordinal) == true);
        (await client.GetAsync(new Uri("/health/live", UriKind.Relative))).StatusCode.Should().Be(HttpStatusCode.OK);
        (await _database.ScalarAsync<bool>("SELECT to_regnamespace('render') IS NULL")).Should().BeTrue("only a host that migrates makes it");

        await MigrateAsync();
        await starting;

        await IsKnownAsync();
        (await LacksAsync(client)).Keys.Should().NotContain(["database", "migrations"]);
        await worker.Web.StopAsync();
    }

    [Test]
    public async Task It_needs_no_right_to_change_the_schema()
    {
        await MigrateAsync();
        var role = $"{_database.Name}_worker";
        await _database.ExecuteAsync(
            $"""
             CREATE ROLE {role} LOGIN;
             GRANT USAGE ON SCHEMA public, render, messaging TO {role};
             GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public, render, messaging TO {role};
             GRANT USAGE ON ALL SEQUENCES IN SCHEMA public, render, messaging TO {role};
             """);
        await using (var worker = HubApplication.Build([.. Settings(new NpgsqlConnectionStringBuilder(_database.ConnectionString) { Username = role }.ConnectionString), "--Urls=http://127.0.0.1:0"]))
        {
            await worker.StartAsync(CancellationToken.None);
            await IsKnownAsync();
            await worker.Web.StopAsync();
        }

        await _database.ExecuteAsync($"DROP OWNED BY {role}; DROP ROLE {role}");
    }

    [Test]
    public async Task It_takes_no_part_in_running_the_recurring_jobs()
    {
        await using var worker = HubApplication.Build([.. Settings(_database.ConnectionString), "--Urls=http://127.0.0.1:0"]);
        await using var hub = HubApplication.Build(RunningHub.SettingsFor(_database, _folder));

        worker.Web.Services.GetServices<IHostedService>().Should().NotContain(service => service is JobSchedule);
        hub.Web.Services.GetServices<IHostedService>().Should().ContainSingle(service => service is JobSchedule);
    }

    private Task IsKnownAsync()
        => Eventually.BecomesTrueAsync("the worker has made itself known", async () => await _database.ScalarAsync<long>("SELECT count(*) FROM render.worker") == 1);

    private async Task MigrateAsync()
    {
        await using var hub = HubApplication.Build(RunningHub.SettingsFor(_database, _folder));
        await hub.PrepareAsync(CancellationToken.None);
    }

    private string[] Settings(string connectionString) =>
    [
        .. HubModules.WorkerOnly.Select(setting => $"--{setting.Key}={setting.Value}"),
        $"--ConnectionStrings:Hub={connectionString}",
        "--ConnectionStrings:RabbitMq=amqp://127.0.0.1:1",
        $"--Data:Folder={_folder}",
        "--Auth:Users:0:Name=tester",
        $"--Auth:Users:0:Password={Password}",
        "--Logging:Console:LogLevel:Default=None",
    ];

    private static HttpClient ClientOf(string address)
    {
        var client = new HttpClient { BaseAddress = new Uri(address) };
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"tester:{Password}")));
        return client;
    }

    /// <summary>Parts that are not healthy, and what they say; empty while nothing listens.</summary>
    private static async Task<Dictionary<string, string>> LacksAsync(HttpClient client)
    {
        try
        {
            using var answer = await client.GetAsync(new Uri("/health/ready", UriKind.Relative));
            var parts = JsonNode.Parse(await answer.Content.ReadAsStringAsync())!["parts"]!.AsArray();
            return parts.Where(part => (string?)part!["status"] != "healthy").ToDictionary(part => (string)part!["name"]!, part => (string?)part!["detail"] ?? "");
        }
        catch (HttpRequestException)
        {
            return [];
        }
    }

    private static string FreeAddress()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return $"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}";
    }
}
