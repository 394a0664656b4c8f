using System.Diagnostics;
using System.Globalization;
using System.Runtime.Versioning;
using Hub.Adapters.EmbeddedPostgres;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;

namespace Hub.Tests.Adapters.EmbeddedPostgres;

/// <summary>A data folder of a hub, removed with the cluster that belongs to it.</summary>
[SupportedOSPlatform("linux")]
internal sealed class HubFolder : IDisposable
{
    private HubFolder(string path) => Path = path;

    public string Path { get; }

    /// <summary>Where the cluster is, be it here or where the pointer file says.</summary>
    public string Home => File.Exists(Pointer) ? File.ReadAllText(Pointer).Trim() : System.IO.Path.Combine(Path, "postgres");

    public string Pointer => System.IO.Path.Combine(Path, "postgres.location");

    public int ServerPid => int.Parse(File.ReadLines(System.IO.Path.Combine(Home, "data", "postmaster.pid")).First(), CultureInfo.InvariantCulture);

    /// <summary>A folder that other accounts may or may not enter.</summary>
    public static HubFolder Make(bool isOpen = true)
    {
        var path = Directory.CreateTempSubdirectory("hub-data-").FullName;
        if (isOpen)
            File.SetUnixFileMode(path, File.GetUnixFileMode(path) | UnixFileMode.GroupRead | UnixFileMode.GroupExecute | UnixFileMode.OtherRead | UnixFileMode.OtherExecute);
        return new(path);
    }

    /// <summary>A server for this folder, not started yet.</summary>
    public EmbeddedPostgresServer Server(string? binaries = null)
        => new(new EmbeddedPostgresSettings(Path, binaries), TimeProvider.System, NullLogger<EmbeddedPostgresServer>.Instance);

    public async Task<EmbeddedPostgresServer> StartAsync()
    {
        var server = Server();
        await server.StartAsync(CancellationToken.None);
        return server;
    }

    public static async Task<T?> ScalarAsync<T>(EmbeddedPostgresServer server, string sql)
    {
        await using var database = NpgsqlDataSource.Create(server.ConnectionString);
        await using var command = database.CreateCommand(sql);
        return await command.ExecuteScalarAsync() is T value ? value : default;
    }

    /// <summary>Kills without warning.</summary>
    public static async Task KillAsync(params string[] what)
    {
        using var kill = Process.Start(new ProcessStartInfo(what[0], what[1..]) { UseShellExecute = false })!;
        await kill.WaitForExitAsync();
    }

    /// <summary>In the process table, and not only because nobody has asked for its exit code.</summary>
    public static bool IsRunning(int pid)
    {
        var stat = string.Create(CultureInfo.InvariantCulture, $"/proc/{pid}/stat");
        return File.Exists(stat) && !File.ReadAllText(stat).Contains(") Z ", StringComparison.Ordinal);
    }

    public void Dispose()
    {
        if (Directory.Exists(Home))
            Directory.Delete(Home, recursive: true);
        Directory.Delete(Path, recursive: true);
    }
}
