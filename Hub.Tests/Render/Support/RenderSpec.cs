using System.Diagnostics;
using System.Globalization;
using Hub.Contracts.Render;
using Hub.Modules.Kernel.SelfChecks;
using Hub.Tests.Support;
using MassTransit;

namespace Hub.Tests.Render.Support;

/// <summary>A database and a folder per test, and words for what the specs say about them.</summary>
internal abstract class RenderSpec
{
    private readonly List<RenderHub> _hubs = [];
    private int _requests;

    protected TestDatabase Database { get; private set; } = null!;

    protected string Folder { get; private set; } = null!;

    protected string ClipFolder => Path.Combine(Folder, "data", "clips");

    /// <summary>A database with the module's tables, and nothing in them.</summary>
    public static Task<TestDatabase> CreateDatabaseAsync() => TestPostgres.CreateDatabaseAsync(nameof(RenderSpec), async database =>
    {
        await using var hub = RenderHub.Build(database.ConnectionString, Path.GetTempPath(), new Dictionary<string, string?>(StringComparer.Ordinal));
        await hub.MigrateAsync();
    });

    [SetUp]
    public async Task PrepareAsync()
    {
        Database = await CreateDatabaseAsync();
        Folder = Directory.CreateTempSubdirectory("hub-render-").FullName;
        TestTemplates.Write(Path.Combine(Folder, "templates"));
    }

    [TearDown]
    public async Task CleanUpAsync()
    {
        foreach (var hub in _hubs)
        {
            await hub.DisposeAsync();
        }

        _hubs.Clear();
        await Database.DisposeAsync();
        Directory.Delete(Folder, recursive: true);
    }

    /// <summary>What hubs of the test are put on; in memory unless overridden.</summary>
    protected virtual Action<IBusRegistrationConfigurator>? Transport => null;

    /// <summary>A whole hub that goes with the test.</summary>
    protected async Task<RenderHub> StartHubAsync(params (string Key, string Value)[] settings)
    {
        var hub = await RenderHub.StartAsync(Database.ConnectionString, Folder, settings.ToDictionary(setting => $"Render:{setting.Key}", setting => (string?)setting.Value, StringComparer.Ordinal), Transport);
        _hubs.Add(hub);
        return hub;
    }

    /// <summary>A hub whose services are there, but do nothing by themselves.</summary>
    protected RenderHub BuildIdleHub(params (string Key, string Value)[] settings)
    {
        var hub = RenderHub.Build(Database.ConnectionString, Folder, settings.ToDictionary(setting => $"Render:{setting.Key}", setting => (string?)setting.Value, StringComparer.Ordinal), Transport);
        _hubs.Add(hub);
        return hub;
    }

    /// <summary>A hub that takes requests and hands out tickets, but renders nothing.</summary>
    protected Task<RenderHub> StartCoordinatorAsync() => StartHubAsync(("Worker:Enabled", "false"));

    /// <summary>A request the test card does as told by <paramref name="order"/>; each is a new one.</summary>
    protected RequestRender Request(string order = "", int priority = 5, bool isBacklog = false) => new()
    {
        TemplateName = TestTemplates.Name,
        Fields = new Dictionary<string, string>(StringComparer.Ordinal) { ["do"] = order.Length == 0 ? "succeed" : order, ["title"] = "KIM" },
        TriggerType = "hand_completed",
        TriggerId = $"638961224831992165/{++_requests}/638961224831992165",
        Priority = priority,
        IsBacklog = isBacklog,
    };

    protected Task<long> CountAsync(string condition)
        => Database.ScalarAsync<long>($"SELECT count(*) FROM render_instructions WHERE {condition}");

    protected Task CountBecomesAsync(long count, string condition)
        => Eventually.BecomesTrueAsync($"{count} instructions with {condition}", async () => await CountAsync(condition) == count);

    /// <summary>The process that an engine with the order <c>hang-with-child</c> has started; waits for it.</summary>
    protected static async Task<Process> ChildOfAsync(string file)
    {
        await Eventually.BecomesTrueAsync("the engine's child is at work", () => Task.FromResult(File.Exists(file) && new FileInfo(file).Length > 0));
        var child = Process.GetProcessById(int.Parse(await File.ReadAllTextAsync(file), CultureInfo.InvariantCulture));
        File.Delete(file);
        return child;
    }

    /// <summary>Without the file that shows for a moment that the folder can be written.</summary>
    protected IReadOnlyList<string> ClipFiles()
        => Directory.Exists(ClipFolder) ? [.. Directory.EnumerateFiles(ClipFolder).Select(file => Path.GetFileName(file)!).Where(file => !file.StartsWith(FolderProbe.Prefix, StringComparison.Ordinal))] : [];
}
