using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace Hub.Tests.Support.Servers;

/// <summary>
/// A RabbitMQ node of one's own in a temporary folder: free loopback ports, its own cookie, user and epmd, nothing shared with
/// a service of the machine. A shell holds the node and this process's end of a pipe: when the pipe closes, because the owner
/// is done or was killed, it kills both processes and removes the folder.
/// </summary>
internal sealed class PrivateRabbitMq : IAsyncDisposable
{
    public const string Username = "hub";

    private const string HoldNode =
        """
        folder=$1; epmd=$2; server=$3
        "$epmd" -port "$ERL_EPMD_PORT" -address 127.0.0.1 >/dev/null 2>&1 <&- & epmd_id=$!
        # A node that does not find one would start another, which would outlive it.
        until "$epmd" -port "$ERL_EPMD_PORT" -names >/dev/null 2>&1; do kill -0 $epmd_id 2>/dev/null || exit 1; sleep 0.05; done
        setsid "$server" >"$folder/node.log" 2>&1 <&- & server_id=$!
        cat >/dev/null
        kill -KILL -$server_id $epmd_id 2>/dev/null
        wait
        # The node is the script's child, not this shell's: until the whole group is gone it may still write and listen.
        tries=0; while kill -0 -$server_id 2>/dev/null && [ $tries -lt 500 ]; do sleep 0.02; tries=$((tries + 1)); done
        rm -rf "$folder"
        """;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private readonly Process _holder;
    private readonly HttpClient _management;

    private PrivateRabbitMq(Process holder, HttpClient management, string folder, ushort port, string password)
        => (_holder, _management, Folder, Port, Password) = (holder, management, folder, port, password);

    public static string Host => "127.0.0.1";

    /// <summary>Of its data, log and cookie; goes with the node.</summary>
    public string Folder { get; }

    public ushort Port { get; }

    public string Password { get; }

    /// <summary>Where a node could be started from: Debian's script behind its root-only wrapper, else what PATH leads to.</summary>
    public static string? FindServer() => Find("rabbitmq-server", "/usr/lib/rabbitmq/bin");

    /// <exception cref="InvalidOperationException">RabbitMQ is not installed, or the node did not get ready; its log is in the message.</exception>
    public static async Task<PrivateRabbitMq> StartAsync(CancellationToken cancellationToken)
    {
        var server = FindServer() ?? throw new InvalidOperationException("No rabbitmq-server found: install RabbitMQ.");
        var epmd = Find("epmd", "/usr/lib/erlang/bin") ?? throw new InvalidOperationException("No epmd found: install Erlang.");
        var folder = Directory.CreateTempSubdirectory("hub-rabbitmq-").FullName;
        var ports = FreePorts(4);
        var password = RandomNumberGenerator.GetHexString(32);
        await File.WriteAllTextAsync(Path.Combine(folder, "rabbitmq.conf"), Configuration(ports[0], ports[1], password), cancellationToken);
        await File.WriteAllTextAsync(Path.Combine(folder, "plugins"), "[rabbitmq_management].\n", cancellationToken);

        var start = new ProcessStartInfo("sh", ["-c", HoldNode, "sh", folder, epmd, server]) { UseShellExecute = false, RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = "/" };
        foreach (var (name, value) in Environment(folder, ports[2], ports[3]))
            start.Environment[name] = value;
        var holder = Process.Start(start)!;
        var management = new HttpClient { BaseAddress = new Uri($"http://{Host}:{ports[1]}/api/"), Timeout = TimeSpan.FromSeconds(20) };
        management.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{Username}:{password}")));
        var node = new PrivateRabbitMq(holder, management, folder, (ushort)ports[0], password);
        try
        {
            await node.WaitUntilReadyAsync(cancellationToken);
            return node;
        }
        catch
        {
            await node.DisposeAsync();
            throw;
        }
    }

    /// <summary>As a connection string: <c>amqp://user:password@host:port/virtual-host</c>.</summary>
    public Uri AddressOf(string virtualHost) => new($"amqp://{Username}:{Password}@{Host}:{Port}/{Uri.EscapeDataString(virtualHost)}");

    /// <summary>A corner with queues and exchanges of its own; takes some 20 ms.</summary>
    public async Task CreateVirtualHostAsync(string name, CancellationToken cancellationToken)
    {
        using var response = await _management.PutAsync(new Uri($"vhosts/{Uri.EscapeDataString(name)}", UriKind.Relative), content: null, cancellationToken);
        response.EnsureSuccessStatusCode();
    }

    /// <summary>Deletes a virtual host with all that is in it.</summary>
    public async Task DeleteVirtualHostAsync(string name, CancellationToken cancellationToken)
    {
        using var response = await _management.DeleteAsync(new Uri($"vhosts/{Uri.EscapeDataString(name)}", UriKind.Relative), cancellationToken);
        response.EnsureSuccessStatusCode();
    }

    public async Task<IReadOnlyList<string>> QueuesAsync(string virtualHost, CancellationToken cancellationToken)
    {
        var queues = await _management.GetFromJsonAsync<JsonArray>(new Uri($"queues/{Uri.EscapeDataString(virtualHost)}?disable_stats=true&enable_queue_totals=false", UriKind.Relative), cancellationToken);
        return [.. queues!.Select(queue => (string)queue!["name"]!)];
    }

    public async ValueTask DisposeAsync()
    {
        _management.Dispose();
        _holder.StandardInput.Close();
        using var patience = new CancellationTokenSource(Patience);
        await _holder.WaitForExitAsync(patience.Token);
        _holder.Dispose();
    }

    private static string Configuration(int port, int managementPort, string password) => string.Create(
        CultureInfo.InvariantCulture,
        $"""
        listeners.tcp.1 = {Host}:{port}
        management.tcp.ip = {Host}
        management.tcp.port = {managementPort}
        management_agent.disable_metrics_collector = true
        log.console = true
        log.console.level = warning
        default_user = {Username}
        default_pass = {password}

        """);

    private static Dictionary<string, string> Environment(string folder, int distributionPort, int epmdPort) => new(StringComparer.Ordinal)
    {
        // Erlang keeps its cookie in the home folder.
        ["HOME"] = folder,
        ["RABBITMQ_NODENAME"] = $"hub-{epmdPort}@localhost",
        ["RABBITMQ_CONF_ENV_FILE"] = "/dev/null",
        ["RABBITMQ_CONFIG_FILE"] = Path.Combine(folder, "rabbitmq.conf"),
        ["RABBITMQ_ENABLED_PLUGINS_FILE"] = Path.Combine(folder, "plugins"),
        ["RABBITMQ_MNESIA_BASE"] = Path.Combine(folder, "data"),
        ["RABBITMQ_LOG_BASE"] = folder,
        ["RABBITMQ_LOGS"] = "-",
        ["RABBITMQ_DIST_PORT"] = distributionPort.ToString(CultureInfo.InvariantCulture),
        ["ERL_EPMD_PORT"] = epmdPort.ToString(CultureInfo.InvariantCulture),
        ["ERL_EPMD_ADDRESS"] = Host,
    };

    private static string? Find(string program, string first)
        => (System.Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .Prepend(first)
            .Select(folder => Path.Combine(folder, program))
            .FirstOrDefault(File.Exists);

    /// <summary>Different ones, since all are held until the last is found.</summary>
    private static int[] FreePorts(int count)
    {
        var listeners = Enumerable.Range(0, count).Select(_ => new TcpListener(IPAddress.Loopback, 0)).ToList();
        listeners.ForEach(listener => listener.Start());
        int[] ports = [.. listeners.Select(listener => ((IPEndPoint)listener.LocalEndpoint).Port)];
        listeners.ForEach(listener => listener.Dispose());
        return ports;
    }

    private async Task WaitUntilReadyAsync(CancellationToken cancellationToken)
    {
        var log = Path.Combine(Folder, "node.log");
        var started = Stopwatch.GetTimestamp();
        while (!await AnswersAsync(cancellationToken))
        {
            if (_holder.HasExited || Stopwatch.GetElapsedTime(started) > Patience)
                throw new InvalidOperationException($"RabbitMQ did not become ready. Its log: {(File.Exists(log) ? await File.ReadAllTextAsync(log, cancellationToken) : "(none)")}");
            await Task.Delay(100, cancellationToken);
        }
    }

    /// <summary>The management plugin starts last, so that its answer means a node that takes connections.</summary>
    private async Task<bool> AnswersAsync(CancellationToken cancellationToken)
    {
        try
        {
            using var response = await _management.GetAsync(new Uri("vhosts", UriKind.Relative), cancellationToken);
            return response.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }
}
