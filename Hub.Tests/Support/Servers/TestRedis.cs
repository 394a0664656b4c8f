using System.Globalization;
using Hub.Adapters.EmbeddedRedis;

namespace Hub.Tests.Support.Servers;

/// <summary>The Redis of a test run: a private server that starts with the first test that asks for it and goes with the run.</summary>
internal static class TestRedis
{
    private static readonly Lazy<Task<EmbeddedRedisServer>> Server = new(StartAsync);
    private static int _prefixes;

    public static async Task<string> ConnectionStringAsync() => (await Server.Value).ConnectionString;

    /// <summary>One that no other test of the run has.</summary>
    public static string NewPrefix() => string.Create(CultureInfo.InvariantCulture, $"test{Interlocked.Increment(ref _prefixes)}");

    /// <summary>A server of a test's own, for those who measure, fill, stop or cut it.</summary>
    public static async Task<EmbeddedRedisServer> StartOwnAsync(RedisDurability durability = RedisDurability.None)
    {
        var settings = new EmbeddedRedisSettings { Folder = Directory.CreateTempSubdirectory("hub-test-redis-").FullName, Durability = durability };
        try
        {
            return await EmbeddedRedisServer.StartAsync(settings, CancellationToken.None);
        }
        catch (EmbeddedRedisException exception) when (!IsInstalled())
        {
            throw MissingServer.Tell(exception.Message);
        }
    }

    /// <summary>Ends a server that <see cref="StartOwnAsync"/> started, and removes its folder.</summary>
    public static async Task EndAsync(EmbeddedRedisServer server)
    {
        await server.DisposeAsync();
        Directory.Delete(server.Settings.Folder, recursive: true);
    }

    /// <summary>Stops the server, if one was started.</summary>
    public static async Task StopAsync()
    {
        if (Server is { IsValueCreated: true, Value.IsCompletedSuccessfully: true })
            await EndAsync(await Server.Value);
    }

    private static Task<EmbeddedRedisServer> StartAsync() => StartOwnAsync();

    private static bool IsInstalled()
        => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Any(folder => File.Exists(Path.Combine(folder, "redis-server")));
}
