using System.Diagnostics;
using System.Globalization;

namespace Hub.Adapters.EmbeddedRedis;

/// <summary>The folder of one private server. The system gives it back when the process that holds it ends, however it ends.</summary>
internal sealed class ServerFolder : IDisposable
{
    private const int LogLines = 4;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);
    private readonly FileStream _lock;

    private ServerFolder(string path, FileStream folderLock) => (Path, _lock) = (path, folderLock);

    public string Path { get; }

    public string Configuration => System.IO.Path.Combine(Path, "redis.conf");

    /// <summary>Written by the server once it listens; removed by it when it ends in order.</summary>
    public string PidFile => System.IO.Path.Combine(Path, "redis.pid");

    public string Log => System.IO.Path.Combine(Path, "redis.log");

    /// <exception cref="EmbeddedRedisException">Another process holds it, or it cannot be written to.</exception>
    public static ServerFolder Take(string folder)
    {
        var path = System.IO.Path.GetFullPath(folder);
        try
        {
            if (OperatingSystem.IsWindows())
                Directory.CreateDirectory(path);
            else
                Directory.CreateDirectory(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
            return new(path, new FileStream(System.IO.Path.Combine(path, "redis.lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
        }
        catch (UnauthorizedAccessException exception)
        {
            throw new EmbeddedRedisException($"The folder '{path}' of the embedded Redis cannot be written to: {exception.Message}", exception);
        }
        catch (IOException exception)
        {
            throw new EmbeddedRedisException($"The folder '{path}' of the embedded Redis cannot be used, or is in use by another process: {exception.Message}", exception);
        }
    }

    /// <summary>The server's number, or null when it does not listen.</summary>
    public int? ReadPid()
    {
        try
        {
            return int.TryParse(File.ReadAllText(PidFile), CultureInfo.InvariantCulture, out var pid) ? pid : null;
        }
        catch (IOException)
        {
            return null;
        }
    }

    /// <summary>Ends a server that a killed process left behind here; the lock of the folder proves that nobody uses it.</summary>
    public async Task EndEarlierServerAsync(CancellationToken cancellationToken)
    {
        try
        {
            if (ReadPid() is not { } pid)
                return;
            using var server = Process.GetProcessById(pid);
            // The number may belong to some other program by now.
            if (server.ProcessName.StartsWith("redis-server", StringComparison.Ordinal))
            {
                using var deadline = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
                deadline.CancelAfter(Patience);
                server.Kill();
                await server.WaitForExitAsync(deadline.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
                cancellationToken.ThrowIfCancellationRequested();
            }
        }
        catch (Exception exception) when (exception is ArgumentException or InvalidOperationException)
        {
            // It ended meanwhile.
        }

        File.Delete(PidFile);
    }

    /// <summary>What the server said last, for the message of a failed start.</summary>
    public string LogTail() => File.Exists(Log) ? string.Join(" | ", File.ReadLines(Log).Where(line => line.Length > 0).TakeLast(LogLines)) : "nothing was logged";

    /// <summary>Removes all but the data.</summary>
    public void Clear()
    {
        File.Delete(Configuration);
        File.Delete(PidFile);
        File.Delete(Log);
    }

    public void Dispose() => _lock.Dispose();
}
