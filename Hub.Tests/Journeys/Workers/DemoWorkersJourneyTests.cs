using System.Diagnostics;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using FluentAssertions;
using Hub.Tests.Support;

namespace Hub.Tests.Journeys.Workers;

/// <summary><c>demo --workers</c> with nothing configured: embedded PostgreSQL, private Redis, worker processes.</summary>
internal sealed class DemoWorkersJourneyTests
{
    private string _mark = "";
    private JourneyFolder _folder = null!;

    [SetUp]
    public void MakeFolder()
    {
        _mark = Guid.NewGuid().ToString();
        _folder = new JourneyFolder();
        _folder.Put("Final Table", JourneySessions.Finale);
    }

    [TearDown]
    public void DeleteFolder() => _folder.Dispose();

    [Test]
    public async Task Three_processes_make_all_clips_and_the_report_says_which_made_which()
    {
        await using var hub = Start("--once", "--workers", "3");
        (await hub.ExitAsync()).Should().Be(0);

        var run = RunLine.Of(hub);
        run.Failed.Should().Be(0);
        run.Clips.Should().Be(run.Instructions).And.BePositive();
        _folder.Clips.Should().HaveCount((int)run.Clips);
        var makers = _folder.Clips.Select(clip => hub.Output.Single(line => line.EndsWith($" {Path.GetFileName(clip)}", StringComparison.Ordinal)).Split(' ')[0]).ToList();
        makers.Distinct().Should().HaveCountGreaterThan(1).And.NotContain(maker => maker.EndsWith($"/{hub.Id}", StringComparison.Ordinal), "the host only coordinates");
        foreach (var group in makers.GroupBy(maker => maker))
            hub.Output.Should().ContainSingle(line => line.StartsWith(group.Key, StringComparison.Ordinal) && line.EndsWith($" {group.Count()} clips", StringComparison.Ordinal));
        await LeftBehind.NobodyAsync(_mark, _folder.Data);
    }

    [Test]
    public async Task A_worker_that_dies_is_replaced_and_all_stop_with_the_hub()
    {
        await using var hub = Start("--workers", "2");
        using var client = await LogInAsync(hub);
        await Eventually.BecomesTrueAsync("both workers are known", async () => (await WorkersAsync(client)).Count == 2);
        var victim = (await WorkersAsync(client))[0];
        using (var process = Process.GetProcessById(int.Parse(victim.Split('/')[^1])))
            process.Kill();

        await Eventually.BecomesTrueAsync("another one is in its place", async () => await WorkersAsync(client) is { Count: 2 } workers && !workers.Contains(victim));
        (await hub.StopAsync()).Should().Be(0);
        await LeftBehind.NobodyAsync(_mark, _folder.Data);
    }

    [Test]
    public async Task A_killed_hub_takes_its_workers_and_servers_with_it()
    {
        await using var hub = Start("--workers", "2");
        using var client = await LogInAsync(hub);
        await Eventually.BecomesTrueAsync("both workers are known", async () => (await WorkersAsync(client)).Count == 2);

        await hub.KillAsync();

        await LeftBehind.NobodyAsync(_mark, _folder.Data);
    }

    private HubProcess Start(params string[] arguments)
        => HubProcess.Start(
            new Dictionary<string, string> { [LeftBehind.MarkVariable] = _mark },
            ["demo", "--source", _folder.Source, "--data", _folder.Data, .. arguments]);

    private static async Task<HttpClient> LogInAsync(HubProcess hub)
    {
        var url = (await hub.LineAsync(line => line.StartsWith("Open ", StringComparison.Ordinal), "the demo says where it is")).Split(' ')[1];
        var login = (await hub.LineAsync(line => line.StartsWith("Log in as ", StringComparison.Ordinal), "the demo says how to log in")).Split(' ');
        var client = new HttpClient { BaseAddress = new Uri(url) };
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{login[3]}:{login[^1]}")));
        return client;
    }

    private static async Task<IReadOnlyList<string>> WorkersAsync(HttpClient client)
        => [.. (await client.GetFromJsonAsync<JsonArray>("/api/v1/workers"))!.Select(worker => (string)worker!["name"]!)];
}
