using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Npgsql;

namespace Hub.Tests.Support;

/// <summary>
/// A private PostgreSQL cluster in a temporary folder, fast instead of durable. A shell holds the server and this process's
/// end of a pipe: when the pipe closes, because the run is over or was killed, it stops the server and removes the folder.
/// </summary>
internal sealed class TestPostgresCluster : IAsyncDisposable
{
    private const string HoldServer =
        """
        folder=$1; shift
        "$@" <&- >"$folder/server.log" 2>&1 & server=$!
        cat >/dev/null
        kill -INT $server 2>/dev/null; wait $server
        rm -rf "$folder"
        """;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private readonly Process _holder;

    private TestPostgresCluster(Process holder, string connectionString) => (_holder, ConnectionString) = (holder, connectionString);

    public string ConnectionString { get; }

    /// <summary>Folder with initdb and postgres: newest of Debian's versions, else where PATH leads to.</summary>
    public static string? FindBinaries()
    {
        var debian = Directory.Exists("/usr/lib/postgresql")
            ? Directory.GetDirectories("/usr/lib/postgresql").OrderByDescending(folder => int.TryParse(Path.GetFileName(folder), CultureInfo.InvariantCulture, out var version) ? version : 0)
                .Select(folder => Path.Combine(folder, "bin"))
            : [];
        var path = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .Select(folder => new FileInfo(Path.Combine(folder, "postgres")))
            .Where(file => file.Exists)
            .Select(file => Path.GetDirectoryName(file.ResolveLinkTarget(returnFinalTarget: true)?.FullName ?? file.FullName)!);
        return debian.Concat(path).FirstOrDefault(folder => File.Exists(Path.Combine(folder, "postgres")) && File.Exists(Path.Combine(folder, "initdb")));
    }

    public static async Task<TestPostgresCluster> StartAsync(string binaries)
    {
        var folder = Directory.CreateTempSubdirectory("hub-test-pg-").FullName;
        string[] asServer = [];
        if (Environment.IsPrivilegedProcess)
        {
            // PostgreSQL refuses to run as root.
            asServer = ["setpriv", "--reuid", "postgres", "--regid", "postgres", "--clear-groups", "--reset-env"];
            await RunAsync(["chown", "postgres:postgres", folder]);
        }

        var data = Path.Combine(folder, "data");
        await RunAsync([.. asServer, Path.Combine(binaries, "initdb"), "-D", data, "-U", "hub", "--auth=trust", "-E", "UTF8", "--locale=C", "--no-sync", "--no-instructions"]);

        var port = FreePort();
        var holder = Process.Start(StartInfo([
            .. asServer, "sh", "-c", HoldServer, "sh", folder,
            Path.Combine(binaries, "postgres"), "-D", data, "-p", port.ToString(CultureInfo.InvariantCulture),
            "-c", "listen_addresses=127.0.0.1", "-c", $"unix_socket_directories={folder}", "-c", "max_connections=500",
            "-c", "fsync=off", "-c", "synchronous_commit=off", "-c", "full_page_writes=off", "-c", "autovacuum=off"]))!;
        var connectionString = new NpgsqlConnectionStringBuilder { Host = "127.0.0.1", Port = port, Username = "hub", Database = "postgres", Pooling = false }.ConnectionString;
        var cluster = new TestPostgresCluster(holder, connectionString);
        await cluster.WaitUntilReadyAsync(Path.Combine(folder, "server.log"));
        return cluster;
    }

    public async ValueTask DisposeAsync()
    {
        _holder.StandardInput.Close();
        using var patience = new CancellationTokenSource(Patience);
        await _holder.WaitForExitAsync(patience.Token);
        _holder.Dispose();
    }

    private async Task WaitUntilReadyAsync(string log)
    {
        var started = Stopwatch.GetTimestamp();
        while (true)
        {
            try
            {
                await TestPostgres.ExecuteAsync(ConnectionString, "SELECT 1");
                return;
            }
            catch (NpgsqlException) when (!_holder.HasExited && Stopwatch.GetElapsedTime(started) < Patience)
            {
                await Task.Delay(50);
            }
            catch (NpgsqlException exception)
            {
                throw new InvalidOperationException($"The test cluster did not become ready. Its log: {(File.Exists(log) ? await File.ReadAllTextAsync(log) : "(none)")}", exception);
            }
        }
    }

    private static async Task RunAsync(string[] command)
    {
        using var process = Process.Start(StartInfo(command))!;
        process.StandardInput.Close();
        var output = await process.StandardOutput.ReadToEndAsync();
        var errors = await process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException($"{string.Join(' ', command)} ended with {process.ExitCode}: {output}{errors}");
        }
    }

    private static ProcessStartInfo StartInfo(string[] command) => new(command[0], command[1..])
    {
        UseShellExecute = false,
        RedirectStandardInput = true,
        RedirectStandardOutput = true,
        RedirectStandardError = true,
        WorkingDirectory = "/",
    };

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
