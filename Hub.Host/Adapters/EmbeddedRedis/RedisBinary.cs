using System.ComponentModel;
using System.Diagnostics;
using System.Text.RegularExpressions;

namespace Hub.Adapters.EmbeddedRedis;

/// <summary>An installed redis-server.</summary>
/// <param name="Path">Absolute path of the program.</param>
/// <param name="Version">What <c>redis-server --version</c> says, e.g. <c>7.0.15</c>.</param>
internal sealed partial record RedisBinary(string Path, Version Version)
{
    private const string Advice = "install redis-server 7.0 or later (Debian, Ubuntu: apt-get install redis-server), or set ConnectionStrings:Redis to use a server";
    private static readonly Version Oldest = new(7, 0);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    /// <exception cref="EmbeddedRedisException">There is none, or it is too old.</exception>
    public static async Task<RedisBinary> FindAsync(string? configured, CancellationToken cancellationToken)
    {
        var path = (configured is { Length: > 0 } ? System.IO.Path.GetFullPath(configured) : FindInPath()) is { } found && File.Exists(found)
            ? found
            : throw new EmbeddedRedisException($"redis-server was not found {(configured is { Length: > 0 } ? $"as '{configured}'" : "in PATH")}: {Advice}.");
        var output = await ReadVersionAsync(path, cancellationToken);
        if (VersionPattern().Match(output) is not { Success: true } match)
            throw new EmbeddedRedisException($"'{path}' does not say its version, but '{output.Trim()}': {Advice}.");

        var version = Version.Parse(match.Groups["version"].ValueSpan);
        return version >= Oldest ? new(path, version) : throw new EmbeddedRedisException($"'{path}' is Redis {version}, which is too old: {Advice}.");
    }

    private static string? FindInPath()
        => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(System.IO.Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .Select(folder => System.IO.Path.GetFullPath(System.IO.Path.Combine(folder, "redis-server")))
            .FirstOrDefault(File.Exists);

    private static async Task<string> ReadVersionAsync(string path, CancellationToken cancellationToken)
    {
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        deadline.CancelAfter(Patience);
        try
        {
            using var process = Process.Start(new ProcessStartInfo(path, ["--version"]) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true })!;
            var errors = process.StandardError.ReadToEndAsync(deadline.Token);
            return await process.StandardOutput.ReadToEndAsync(deadline.Token) + await errors;
        }
        catch (Win32Exception exception)
        {
            throw new EmbeddedRedisException($"'{path}' cannot be started: {exception.Message}", exception);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw new EmbeddedRedisException($"'{path} --version' did not end within {Patience.TotalSeconds:0} s.");
        }
    }

    [GeneratedRegex(@"\bv=(?<version>[0-9]+\.[0-9]+(\.[0-9]+)?)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex VersionPattern();
}
