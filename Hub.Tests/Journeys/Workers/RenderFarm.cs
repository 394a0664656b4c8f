using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using Hub.Adapters.EmbeddedRedis;
using Hub.Tests.Adapters.EmbeddedRedis;
using Hub.Tests.Support;

namespace Hub.Tests.Journeys.Workers;

/// <summary>A coordinator that renders nothing itself, a Redis, and worker processes: each its own, on one database and one folder.</summary>
internal sealed class RenderFarm : IAsyncDisposable
{
    private const string Password = "clips for everyone";
    private static readonly TimeSpan StartPatience = TimeSpan.FromMinutes(2);
    private readonly JourneyFolder _folder;
    private readonly TestDatabase _database;
    private readonly EmbeddedRedisServer _redis;
    private readonly HubProcess _coordinator;
    private readonly HttpClient _client;

    private RenderFarm(JourneyFolder folder, TestDatabase database, EmbeddedRedisServer redis, HubProcess coordinator, WorkerProcesses workers, HttpClient client)
        => (_folder, _database, _redis, _coordinator, Workers, _client) = (folder, database, redis, coordinator, workers, client);

    public WorkerProcesses Workers { get; }

    public static async Task<RenderFarm> StartAsync()
    {
        var folder = new JourneyFolder();
        var database = await TestPostgres.CreateDatabaseAsync();
        var redis = await EmbeddedRedisServer.StartAsync(new() { Folder = Path.Combine(folder.Data, "redis") }, CancellationToken.None);
        var shared = new Dictionary<string, string>
        {
            ["ConnectionStrings__Hub"] = database.ConnectionString,
            ["ConnectionStrings__Redis"] = redis.ConnectionString,
            ["Data__Folder"] = folder.Data,
            ["Data__MaxPoolSize"] = "20",
            ["Render__Worker__Concurrency"] = "1",
        };
        var coordinator = HubProcess.Start(
            new Dictionary<string, string>(shared)
            {
                ["Render__Worker__Enabled"] = "false",
                ["Render__Posters__Enabled"] = "false",
                ["Auth__Users__0__Name"] = "tester",
                ["Auth__Users__0__Password"] = Password,
                ["Auth__Users__0__Role"] = "operator",
            },
            "run", "--until-input-ends");
        var address = (await coordinator.LineAsync(line => line.Contains("Listening on ", StringComparison.Ordinal), "the coordinator listens")).Split(' ')[^1];
        var client = new HttpClient { BaseAddress = new Uri(address) };
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"tester:{Password}")));
        return new(folder, database, redis, coordinator, new WorkerProcesses(shared), client);
    }

    /// <summary>Asks for <paramref name="count"/> clips, as small as they can be.</summary>
    public async Task AskForClipsAsync(int count)
    {
        for (var number = 1; number <= count; number++)
        {
            using var answer = await _client.PostAsJsonAsync("/api/v1/instructions", new
            {
                templateName = "NAME 1 line",
                fields = new Dictionary<string, string> { ["player_name"] = $"Player {number}" },
                width = 64,
                height = 36,
                durationFrames = 6,
            });
            (await ApiAnswer.OfAsync(answer)).Created();
        }
    }

    public Task LoseEverythingInRedisAsync() => RedisTalk.AskAsync(_redis, "FLUSHALL");

    public Task<long> CompletedAsync() => _database.ScalarAsync<long>("select count(*) from render_instructions where status = 'completed'");

    /// <summary>How often each status occurs, in words.</summary>
    public async Task<string> StatusesAsync()
        => await _database.ScalarAsync<string>("select string_agg(status || ' ' || n, ', ' order by status) from (select status, count(*) n from render_instructions group by status) s") ?? "";

    /// <summary>Instructions with another number of clips than one.</summary>
    public Task<long> NotMadeOnceAsync()
        => _database.ScalarAsync<long>(
            "select count(*) from render_instructions i where 1 <> (select count(*) from render_outputs o where o.instruction_id = i.id and o.status = 'completed')");

    /// <summary>Waits until every running worker process is at work.</summary>
    public Task WorkersAreKnownAsync()
        => Eventually.BecomesTrueAsync("every worker has made itself known", async () =>
        {
            var known = await _database.ScalarAsync<string[]>("select array_agg(name::text) from render.worker") ?? [];
            return Workers.Names.All(name => known.Contains(name));
        }, StartPatience);

    /// <summary>How many worker processes made clips.</summary>
    public Task<long> MakersAsync() => _database.ScalarAsync<long>("select count(distinct worker) from render_outputs");

    /// <summary>Waits until the folder holds the clips of the database and nothing else.</summary>
    public Task FilesSettleAsync()
        => Eventually.BecomesTrueAsync("the clip folder holds exactly the clips that the database knows", async () =>
        {
            var recorded = await _database.ScalarAsync<string[]>("select array_agg(output_path::text) from render_outputs");
            return _folder.UnfinishedClips.Count == 0 && _folder.Clips.ToHashSet(StringComparer.Ordinal).SetEquals(recorded ?? []);
        });

    public async Task EveryClipDecodesAsync()
    {
        foreach (var clip in _folder.Clips)
            await ClipProbe.OfAsync(clip);
    }

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await Workers.DisposeAsync();
        await _coordinator.DisposeAsync();
        await _redis.DisposeAsync();
        await _database.DisposeAsync();
        _folder.Dispose();
    }
}
