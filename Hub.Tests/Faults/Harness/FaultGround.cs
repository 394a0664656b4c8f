using System.Globalization;
using Hub.Adapters.EmbeddedPostgres;
using Hub.Adapters.EmbeddedRedis;
using Hub.Host;
using Hub.Tests.Faults.Harness.Engine;
using Hub.Tests.Faults.Harness.Judging;
using Hub.Tests.Faults.Harness.Network;
using Hub.Tests.Faults.Harness.Processes;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;

namespace Hub.Tests.Faults.Harness;

/// <summary>A hub of real processes on a PostgreSQL and a Redis of its own, to be broken.</summary>
internal sealed class FaultGround : IAsyncDisposable
{
    private const string Key = "faults-and-nothing-but-faults";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);
    private readonly DirectoryInfo _folder;
    private readonly Dictionary<string, string> _settings;
    private readonly List<int> _ports = [];
    private readonly CommitProxy? _line;
    private int _workers;

    private FaultGround(GroundPlan plan, DirectoryInfo folder, EmbeddedPostgresServer postgres, EmbeddedRedisServer redis, IReadOnlyList<string> engineCommand)
    {
        (Plan, _folder, Postgres, Redis) = (plan, folder, postgres, redis);
        Database = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(postgres.ConnectionString) { MaxPoolSize = 10, Timeout = 5, CommandTimeout = 20 }.ConnectionString);
        var connection = new NpgsqlConnectionStringBuilder(postgres.ConnectionString);
        if (plan.LosesAnswers)
        {
            _line = CommitProxy.Start(connection.Port);
            connection.Port = _line.Port;
        }

        _settings = new(StringComparer.Ordinal)
        {
            ["ConnectionStrings:Hub"] = connection.ConnectionString,
            ["ConnectionStrings:Redis"] = redis.ConnectionString,
            ["Data:Folder"] = Path.Combine(folder.FullName, "data"),
            ["Data:MaxPoolSize"] = "20",
            ["Render:TemplateFolder"] = Path.Combine(folder.FullName, "templates"),
            ["Render:OutputFolder"] = ClipFolder,
            ["Render:Coordinator:InspectsClips"] = "false",
            ["Render:Posters:Enabled"] = "false",
            ["Render:Worker:Concurrency"] = plan.Slots.ToString(CultureInfo.InvariantCulture),
            ["Auth:ApiKeys:0:Name"] = "faults",
            ["Auth:ApiKeys:0:Key"] = Key,
            ["Auth:ApiKeys:0:Role"] = "operator",
            ["Logging:LogLevel:Microsoft"] = "Warning",
            [FaultTemplates.HangOnceVariable] = HangOnceMark,
        };
        for (var part = 0; part < engineCommand.Count; part++)
            _settings[string.Create(CultureInfo.InvariantCulture, $"Render:EngineCommand:{part}")] = engineCommand[part];
        foreach (var (name, value) in plan.Settings)
            _settings[name] = value;
    }

    public GroundPlan Plan { get; }

    public EmbeddedPostgresServer Postgres { get; }

    public EmbeddedRedisServer Redis { get; }

    /// <summary>The harness's own connections; they never pass the line that loses answers.</summary>
    public NpgsqlDataSource Database { get; }

    public List<HubNode> Hosts { get; } = [];

    public List<HubNode> Workers { get; } = [];

    public string ClipFolder => Path.Combine(_folder.FullName, "clips");

    /// <summary>Logs of all processes, one file each.</summary>
    public string Logs => Path.Combine(_folder.FullName, "logs");

    /// <summary>The next engine child that finds this file hangs.</summary>
    public string HangOnceMark => Path.Combine(_folder.FullName, "hang-once");

    public CommitProxy Line => _line ?? throw new InvalidOperationException("This ground has no line that loses answers.");

    /// <summary>Starts the servers, then the hosts one after the other, then the workers, and waits until all are at work.</summary>
    public static async Task<FaultGround> StartAsync(GroundPlan plan, IReadOnlyList<string> engineCommand, CancellationToken cancellationToken)
    {
        var folder = Directory.CreateTempSubdirectory("hub-faults-");
        // PostgreSQL may run under an account of its own, which has to get in.
        if (!OperatingSystem.IsWindows())
            folder.UnixFileMode |= UnixFileMode.GroupExecute | UnixFileMode.OtherExecute;
        var postgres = new EmbeddedPostgresServer(new(Path.Combine(folder.FullName, "server"), BinariesFolder: null), TimeProvider.System, NullLogger<EmbeddedPostgresServer>.Instance);
        await postgres.StartAsync(cancellationToken);
        var redis = await EmbeddedRedisServer.StartAsync(new() { Folder = Path.Combine(folder.FullName, "redis"), Durability = plan.Durability }, cancellationToken);
        var ground = new FaultGround(plan, folder, postgres, redis, engineCommand);
        try
        {
            await FaultTemplates.WriteAsync(Path.Combine(folder.FullName, "templates"), cancellationToken);
            Directory.CreateDirectory(ground.ClipFolder);
            if (plan.HasSmallDisk)
                await SmallDisk.MountAsync(ground.ClipFolder, cancellationToken);
            Directory.CreateDirectory(ground.Logs);
            for (var host = 0; host < plan.Hosts; host++)
                await ground.StartHostAsync(host, cancellationToken);
            await History.InstallAsync(ground.Database, cancellationToken);
            for (var worker = 0; worker < plan.Workers; worker++)
                ground.StartWorker();
            await ground.WorkersAreKnownAsync(cancellationToken);
            return ground;
        }
        catch
        {
            await ground.DisposeAsync();
            throw;
        }
    }

    /// <summary>Starts a host, or one in the place and at the address of one that has ended, and waits until it answers.</summary>
    public async Task<HubNode> StartHostAsync(int number, CancellationToken cancellationToken, params (string Key, string Value)[] settings)
    {
        var node = BeginHost(number, settings);
        await node.ListeningAsync(cancellationToken);
        return node;
    }

    /// <summary>The same for a host that may die while it starts.</summary>
    public async Task<HubNode> TryStartHostAsync(int number, CancellationToken cancellationToken, params (string Key, string Value)[] settings)
    {
        var node = BeginHost(number, settings);
        try
        {
            await node.ListeningAsync(cancellationToken);
        }
        catch (InvalidOperationException) when (node.HasExited)
        {
            // So it did.
        }

        return node;
    }

    /// <summary>Waits until nothing waits to be handed to the broker.</summary>
    public Task QuietAsync(CancellationToken cancellationToken)
        => Waiting.UntilAsync("the outbox is empty", async () => await ReadAsync<int>("SELECT count(*)::int FROM messaging.outbox_scope WHERE due_at <= now()") == 0, Patience, cancellationToken);

    private HubNode BeginHost(int number, (string Key, string Value)[] settings)
    {
        if (number == _ports.Count)
            _ports.Add(Ports.Free());
        var name = string.Create(CultureInfo.InvariantCulture, $"host{number + 1}");
        var node = HubNode.Start(name, Logs, With(
            [("Urls", AddressOf(number).ToString()), ("Render:Worker:Enabled", "false"), .. settings]));
        if (number < Hosts.Count)
            Hosts[number] = node;
        else
            Hosts.Add(node);
        return node;
    }

    public HubNode StartWorker(params (string Key, string Value)[] settings)
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"worker{++_workers}");
        var worker = HubNode.Start(name, Logs, With([("Urls", "http://127.0.0.1:0"), .. HubModules.WorkerOnly.Select(setting => (setting.Key, setting.Value)), .. settings]));
        Workers.Add(worker);
        return worker;
    }

    /// <summary>Forgets workers that have ended.</summary>
    public async Task BuryAsync()
    {
        foreach (var dead in Workers.Where(worker => worker.HasExited).ToList())
        {
            Workers.Remove(dead);
            await dead.DisposeAsync();
        }
    }

    /// <summary>A client that knows all hosts.</summary>
    public HubClient CreateClient() => new([.. Enumerable.Range(0, _ports.Count).Select(AddressOf)], Key);

    /// <summary>Waits until every worker that runs is known to the database and may claim.</summary>
    public Task WorkersAreKnownAsync(CancellationToken cancellationToken)
        => Waiting.UntilAsync("every worker has made itself known", async () =>
        {
            var known = await ReadAsync<string[]>("SELECT coalesce(array_agg(name::text), '{}') FROM render.worker");
            return Workers.Where(worker => !worker.HasExited).All(worker => known.Contains(worker.WorkerName, StringComparer.Ordinal));
        }, Patience, cancellationToken);

    /// <summary>The first column of the first row.</summary>
    public async Task<T> ReadAsync<T>(string sql, params object[] values)
    {
        await using var command = Database.CreateCommand(sql);
        foreach (var value in values)
            command.Parameters.Add(new() { Value = value });
        return (T)(await command.ExecuteScalarAsync())!;
    }

    /// <summary>SIGKILL for the server and all its sessions, as when the machine's memory is short.</summary>
    public async Task KillPostgresAsync()
    {
        using var server = System.Diagnostics.Process.GetProcessById(Postgres.ProcessId);
        server.Kill();
        await Postgres.WaitForExitAsync(CancellationToken.None);
    }

    /// <summary>SIGKILL.</summary>
    public async Task KillRedisAsync()
    {
        using var server = System.Diagnostics.Process.GetProcessById(Redis.ProcessId);
        server.Kill();
        await Redis.WaitForExitAsync(CancellationToken.None);
    }

    /// <summary>Stops the workers and then the hosts in order, as at the end of the day; workers remove what dead ones have left.</summary>
    /// <returns>Those that did not end well, or nothing.</returns>
    public async Task<IReadOnlyList<string>> StopAsync()
    {
        await BuryAsync();
        // One that is told to stop while it starts ends as one that could not start.
        await Task.WhenAll(Workers.Select(worker => worker.ListeningAsync(CancellationToken.None)));
        var bad = new List<string>();
        foreach (var group in (IReadOnlyList<HubNode>[])[Workers, Hosts])
        {
            var codes = await Task.WhenAll(group.Where(node => !node.HasExited).Select(async node => (node.Name, Code: await node.StopAsync())));
            bad.AddRange(codes.Where(ended => ended.Code != 0).Select(ended => string.Create(CultureInfo.InvariantCulture, $"{ended.Name} ended with code {ended.Code}")));
        }

        return bad;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var node in Workers.Concat(Hosts))
            await node.DisposeAsync();
        await Database.DisposeAsync();
        if (_line is not null)
            await _line.DisposeAsync();
        await Redis.DisposeAsync();
        await Postgres.DisposeAsync();
        if (Plan.HasSmallDisk)
            await SmallDisk.UnmountAsync(ClipFolder);
        KeepLogs();
        _folder.Delete(recursive: true);
    }

    private Uri AddressOf(int host) => new(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{_ports[host]}"));

    private Dictionary<string, string> With(IEnumerable<(string Key, string Value)> settings)
    {
        var all = new Dictionary<string, string>(_settings, StringComparer.Ordinal);
        foreach (var (key, value) in settings)
            all[key] = value;
        return all;
    }

    /// <summary>For those who look for a cause: <c>HUB_FAULTS_LOGS</c> names a folder where the logs of all processes are left.</summary>
    private void KeepLogs()
    {
        if (Environment.GetEnvironmentVariable("HUB_FAULTS_LOGS") is not { Length: > 0 } kept || !Directory.Exists(Logs))
            return;
        var target = Directory.CreateDirectory(Path.Combine(kept, _folder.Name)).FullName;
        foreach (var log in Directory.EnumerateFiles(Logs))
            File.Copy(log, Path.Combine(target, Path.GetFileName(log)));
    }
}
