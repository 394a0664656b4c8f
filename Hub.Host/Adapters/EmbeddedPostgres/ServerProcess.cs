using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace Hub.Adapters.EmbeddedPostgres;

/// <summary>
/// A running server. It lives as long as this process: a shell holds the server and the read end of a pipe, and stops the server
/// when the pipe closes, be it on purpose or because this process was killed.
/// </summary>
internal sealed class ServerProcess : IDisposable
{
    /// <summary>
    /// Runs the command given after the log file. Signals meant for the whole process group or unit are ignored: the hub
    /// decides when its database goes, after its own work is handed back.
    /// </summary>
    private const string HoldServer =
        """
        exec 3<&0 >"$1" 2>&1; shift
        trap '' INT TERM HUP
        "$@" </dev/null 3<&- & server=$!
        { cat <&3 >/dev/null; kill -INT $server; } & watcher=$!
        exec 3<&-
        wait $server; result=$?
        kill -KILL $watcher 2>/dev/null
        exit $result
        """;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private readonly Process _process;

    private ServerProcess(Process process, int port) => (_process, Port) = (process, port);

    public int Port { get; }

    public bool HasExited => _process.HasExited;

    public static ServerProcess Start(PostgresBinaries binaries, ServerAccount account, ClusterHome home, int port)
    {
        string[] server =
        [
            binaries.Program("postgres"), "-D", home.Cluster,
            .. Settings(home, port).SelectMany(setting => new[] { "-c", setting }),
        ];
        IReadOnlyList<string> command = OperatingSystem.IsWindows()
            ? server
            : [.. OwnSession(), .. account.Command(["sh", "-c", HoldServer, "sh", Path.Combine(home.Logs, "start.log"), .. server])];
        return new(ChildProgram.Start(ChildProgram.StartInfo(command, redirectOutput: false)), port);
    }

    public static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    public Task WaitForExitAsync(CancellationToken cancellationToken) => _process.WaitForExitAsync(cancellationToken);

    /// <summary>Ends all sessions and stops the server cleanly.</summary>
    public async Task StopAsync(PostgresBinaries binaries, ClusterHome home)
    {
        _process.StandardInput.Close();
        if (OperatingSystem.IsWindows())
            await ChildProgram.RunAsync([binaries.Program("pg_ctl"), "stop", "-D", home.Cluster, "-m", "fast"], "", Patience, CancellationToken.None);

        using var deadline = new CancellationTokenSource(Patience);
        await _process.WaitForExitAsync(deadline.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    public void Dispose() => _process.Dispose();

    // Ctrl+C reaches every process of the terminal's foreground group; in a session of its own the server is not among them.
    private static string[] OwnSession() => File.Exists("/usr/bin/setsid") ? ["/usr/bin/setsid"] : [];

    // Durability is left at PostgreSQL's defaults. No Unix socket: its path may be too long, and it would be a second way in.
    private static IEnumerable<string> Settings(ClusterHome home, int port) =>
    [
        "listen_addresses=127.0.0.1",
        string.Create(CultureInfo.InvariantCulture, $"port={port}"),
        "unix_socket_directories=",
        "max_connections=200",
        "logging_collector=on",
        $"log_directory={home.Logs}",
        "log_filename=postgres-%a.log",
        "log_rotation_age=1d",
        "log_truncate_on_rotation=on",
        "log_timezone=UTC",
        "timezone=UTC",
    ];
}
