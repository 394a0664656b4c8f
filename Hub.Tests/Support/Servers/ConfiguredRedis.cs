using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using StackExchange.Redis;

namespace Hub.Tests.Support.Servers;

/// <summary>
/// A Redis with a configuration of a test's own: for what the hub's embedded one never is, such as TLS, users or a cluster. It ends
/// with this process, however that ends.
/// </summary>
internal sealed class ConfiguredRedis : IAsyncDisposable
{
    private const string HoldServer =
        """
        folder=$1
        redis-server "$folder/redis.conf" >"$folder/server.log" 2>&1 <&- & server=$!
        cat >/dev/null
        kill -KILL $server 2>/dev/null; wait
        rm -rf "$folder"
        """;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private readonly Process _holder;

    private ConfiguredRedis(Process holder, string folder, int port) => (_holder, Folder, Port) = (holder, folder, port);

    /// <summary>Goes with the server.</summary>
    public string Folder { get; }

    public int Port { get; }

    /// <param name="configuration">The lines for a port and a folder.</param>
    /// <param name="options">How the test's own client gets in: appended to the address.</param>
    /// <param name="certificate">Name of the file in the folder that the server proves itself with.</param>
    public static async Task<ConfiguredRedis> StartAsync(Func<int, string, IEnumerable<string>> configuration, string options = "", string? certificate = null)
    {
        var folder = Directory.CreateTempSubdirectory("hub-test-redis-").FullName;
        var port = FreePort();
        await File.WriteAllLinesAsync(Path.Combine(folder, "redis.conf"), ["bind 127.0.0.1", $"dir {folder}", "save \"\"", .. configuration(port, folder)]);
        var start = new ProcessStartInfo("sh", ["-c", HoldServer, "sh", folder])
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = "/",
        };
        var server = new ConfiguredRedis(Process.Start(start)!, folder, port);
        var log = Path.Combine(folder, "server.log");
        await Eventually.BecomesTrueAsync($"redis-server answers ({log})", () => AnswersAsync(server.Address + options, certificate is null ? null : Path.Combine(folder, certificate)), Patience);
        return server;
    }

    public string Address => string.Create(CultureInfo.InvariantCulture, $"127.0.0.1:{Port}");

    /// <summary>The test's own connection.</summary>
    /// <param name="connectionString">May do anything the user may.</param>
    /// <param name="certificate">File with the certificate of a server that nobody vouches for.</param>
    public static async Task<IConnectionMultiplexer> ConnectAsync(string connectionString, string? certificate = null)
    {
        var options = ConfigurationOptions.Parse(connectionString);
        options.AllowAdmin = true;
        if (certificate is not null)
            options.TrustIssuer(certificate);
        return await ConnectionMultiplexer.ConnectAsync(options);
    }

    public async ValueTask DisposeAsync()
    {
        _holder.StandardInput.Close();
        using var patience = new CancellationTokenSource(Patience);
        await _holder.WaitForExitAsync(patience.Token);
        _holder.Dispose();
    }

    private static async Task<bool> AnswersAsync(string connectionString, string? certificate)
    {
        try
        {
            await using var connection = await ConnectAsync(connectionString, certificate);
            await connection.GetDatabase().PingAsync();
            return true;
        }
        catch (RedisException)
        {
            return false;
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
