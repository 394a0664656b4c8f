using System.Net;
using System.Text.Json.Nodes;
using FluentAssertions;
using Hub.Adapters.EmbeddedRedis;
using Hub.Contracts.Render;
using Hub.Modules.Render.Persistence;
using Hub.Tests.Host;
using Hub.Tests.Host.Commands;
using Hub.Tests.Support;
using MassTransit;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Hub.Tests.Messaging;

/// <summary>The whole hub with a Redis that is not there yet, is there, and goes away.</summary>
internal sealed class AbsentRedisTests
{
    private readonly string _folder = Directory.CreateTempSubdirectory("hub-redis-").FullName;

    [OneTimeTearDown]
    public void DeleteFolder() => Directory.Delete(_folder, recursive: true);

    [Test]
    public async Task A_hub_starts_without_its_redis_says_so_and_goes_on_when_it_comes()
    {
        var settings = await TakePortAsync();
        await using var hub = await RunningHub.StartAsync([$"--ConnectionStrings:Redis={ConnectionString(settings)}"]);
        var client = hub.ClientOf(hub.Application.FirstLogin!.Name, hub.Application.FirstLogin.Password);

        await Eventually.BecomesTrueAsync("readiness names Redis", async () => (await PartsAsync(client))["redis"] == "unhealthy");
        hub.Application.Web.Services.GetRequiredService<IOptions<MassTransitHostOptions>>().Value.StartTimeout.Should().BeNull("a bus that gives up its start never starts");
        (await client.GetAsync("/health/ready")).StatusCode.Should().Be(HttpStatusCode.ServiceUnavailable);
        (await client.GetAsync("/health/live")).StatusCode.Should().Be(HttpStatusCode.OK);
        await Eventually.BecomesTrueAsync("the status says since when", async () => (await StatusAsync(client))["brokerAwaySince"] is not null);
        await AskAsync(hub);
        (await hub.Database.ScalarAsync<long>("SELECT count(*) FROM messaging.outbox_message WHERE sent_at IS NULL")).Should().Be(1, "it waits in the database");

        await using (await EmbeddedRedisServer.StartAsync(settings, CancellationToken.None))
        {
            await Eventually.BecomesTrueAsync("the request arrives", async () => await RequestsAsync(hub) == 1);
            await Eventually.BecomesTrueAsync("all parts are healthy", async () => (await PartsAsync(client)).Values.All(status => status == "healthy"));
            await Eventually.BecomesTrueAsync("the status says it is back", async () => (await StatusAsync(client))["brokerAwaySince"] is null);
            ((string?)(await StatusAsync(client))["transport"]).Should().Be($"Redis at 127.0.0.1:{settings.Port}");
        }

        await Eventually.BecomesTrueAsync("readiness names Redis again", async () => (await PartsAsync(client))["redis"] == "unhealthy");
        await AskAsync(hub);
        await using var again = await EmbeddedRedisServer.StartAsync(settings, CancellationToken.None);
        await Eventually.BecomesTrueAsync("the second request arrives", async () => await RequestsAsync(hub) == 2);
    }

    [Test]
    public async Task The_doctor_looks_at_redis()
    {
        await using var database = await TestPostgres.CreateDatabaseAsync();
        var settings = await TakePortAsync();
        string[] arguments = ["doctor", "--json", "--Urls=http://127.0.0.1:0", $"--Data:Folder={_folder}", $"--ConnectionStrings:Hub={database.ConnectionString}", $"--ConnectionStrings:Redis={ConnectionString(settings)}"];

        var absent = await CommandLine.RunAsync("", arguments);
        absent.ExitCode.Should().Be(1);
        Levels(absent.Output).Should().Equal("problem");

        await using var server = await EmbeddedRedisServer.StartAsync(settings, CancellationToken.None);
        var present = await CommandLine.RunAsync("", arguments);
        Levels(present.Output).Should().HaveCount(2).And.NotContain("problem");
        present.Output.Should().Contain("Redis answers in").And.Contain("appendonly").And.NotContain(settings.Password);
    }

    private static string ConnectionString(EmbeddedRedisSettings settings) => $"127.0.0.1:{settings.Port},password={settings.Password}";

    /// <summary>Where a server was and will be.</summary>
    private async Task<EmbeddedRedisSettings> TakePortAsync()
    {
        await using var server = await EmbeddedRedisServer.StartAsync(new EmbeddedRedisSettings { Folder = Path.Combine(_folder, "redis") }, CancellationToken.None);
        return server.Settings;
    }

    private static async Task AskAsync(RunningHub hub)
    {
        await using var scope = hub.Application.Web.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<IPublishEndpoint>().Publish(new RequestRender
        {
            TemplateName = "name",
            Fields = new Dictionary<string, string>(StringComparer.Ordinal),
            TriggerType = "test",
            TriggerId = Guid.NewGuid().ToString(),
        });
        await scope.ServiceProvider.GetRequiredService<RenderDbContext>().SaveChangesAsync();
    }

    private static Task<long> RequestsAsync(RunningHub hub) => hub.Database.ScalarAsync<long>("SELECT count(*) FROM render_instructions WHERE trigger_type = 'test'");

    private static async Task<Dictionary<string, string>> PartsAsync(HttpClient client)
        => JsonNode.Parse(await (await client.GetAsync("/health/ready")).Content.ReadAsStringAsync())!["parts"]!.AsArray().ToDictionary(part => (string)part!["name"]!, part => (string)part!["status"]!);

    private static async Task<JsonNode> StatusAsync(HttpClient client) => JsonNode.Parse(await client.GetStringAsync("/api/v1/status"))!;

    private static IEnumerable<string> Levels(string output)
        => JsonNode.Parse(output)!["parts"]!.AsArray().Single(part => (string)part!["name"]! == "redis")!["findings"]!.AsArray().Select(finding => (string)finding!["level"]!);
}
