using System.Globalization;
using System.Text;

namespace Hub.Adapters.EmbeddedRedis;

/// <summary>The configuration file of a private server, which only its owner can read: the command line, which all can, holds no secrets.</summary>
internal static class ServerConfiguration
{
    public static async Task WriteAsync(ServerFolder folder, EmbeddedRedisSettings settings, CancellationToken cancellationToken)
    {
        File.Delete(folder.Configuration);
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        await using var file = new StreamWriter(folder.Configuration, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), options);
        foreach (var (name, value) in Settings(folder, settings))
            await file.WriteAsync($"{name} {Quoted(value)}\n".AsMemory(), cancellationToken);
    }

    private static IEnumerable<(string Name, string Value)> Settings(ServerFolder folder, EmbeddedRedisSettings settings) =>
    [
        ("bind", "127.0.0.1"),
        ("port", settings.Port.ToString(CultureInfo.InvariantCulture)),
        ("requirepass", settings.Password!),
        ("daemonize", "no"),
        ("dir", folder.Path),
        ("pidfile", folder.PidFile),
        // Standard output, which is redirected to the log file; warnings are few, notices come with every rewrite of the data.
        ("logfile", ""),
        ("loglevel", "warning"),
        // A queue that silently loses what it cannot hold would be none.
        ("maxmemory-policy", "noeviction"),
        ("save", ""),
        ("appendonly", settings.Durability is RedisDurability.None ? "no" : "yes"),
        ("appendfsync", settings.Durability is RedisDurability.Always ? "always" : "everysec"),
    ];

    private static string Quoted(string value)
        => $"\"{value.Replace(@"\", @"\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\"";
}
