using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace Hub.Adapters.EmbeddedRedis;

/// <summary>Starts a server and waits until it answers.</summary>
internal static class ServerStart
{
    private static readonly TimeSpan PauseBetweenLooks = TimeSpan.FromMilliseconds(20);
    private static readonly TimeSpan PauseBetweenAttempts = TimeSpan.FromMilliseconds(200);

    /// <summary>A fixed port may still be held by a server that is just ending.</summary>
    private static readonly TimeSpan LongestTry = TimeSpan.FromSeconds(3);

    /// <summary>Long, because a durable server reads all its data first; one that ends is noticed at once.</summary>
    private static readonly TimeSpan LongestStart = TimeSpan.FromMinutes(2);

    /// <summary>Returns the ready server and its settings with the port filled in.</summary>
    public static async Task<(ServerProcess Process, EmbeddedRedisSettings Settings)> RunAsync(
        RedisBinary binary, ServerFolder folder, EmbeddedRedisSettings settings, CancellationToken cancellationToken)
    {
        var started = Stopwatch.GetTimestamp();
        while (true)
        {
            var attempt = settings with { Port = settings.Port > 0 ? settings.Port : FreePort() };
            await ServerConfiguration.WriteAsync(folder, attempt, cancellationToken);
            var process = ServerProcess.Start(binary, folder);
            try
            {
                if (await BecomesReadyAsync(process, attempt, cancellationToken))
                    return (process, attempt);
            }
            catch
            {
                await process.StopAsync();
                process.Dispose();
                throw;
            }

            // Its port was taken: a free one in the moment since it was chosen.
            process.Dispose();
            if (Stopwatch.GetElapsedTime(started) > LongestTry)
                throw new EmbeddedRedisException($"Redis does not start on port {attempt.Port} in '{folder.Path}': {folder.LogTail()}");
            await Task.Delay(PauseBetweenAttempts, cancellationToken);
        }
    }

    /// <summary>False when the server ended instead.</summary>
    private static async Task<bool> BecomesReadyAsync(ServerProcess process, EmbeddedRedisSettings settings, CancellationToken cancellationToken)
    {
        var started = Stopwatch.GetTimestamp();
        while (!await process.IsReadyAsync(settings.Port, settings.Password!, cancellationToken))
        {
            if (process.HasExited)
                return false;
            if (Stopwatch.GetElapsedTime(started) > LongestStart)
                throw new EmbeddedRedisException($"Redis did not become ready within {LongestStart.TotalMinutes:0} minutes in '{settings.Folder}'.");
            await Task.Delay(PauseBetweenLooks, cancellationToken);
        }

        return true;
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
