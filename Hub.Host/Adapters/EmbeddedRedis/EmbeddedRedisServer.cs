namespace Hub.Adapters.EmbeddedRedis;

/// <summary>
/// A private Redis for one process: loopback only, with a password, never evicting anything. It ends with the process that
/// started it, however that ends.
/// </summary>
public sealed class EmbeddedRedisServer : IAsyncDisposable
{
    private readonly RedisBinary _binary;
    private readonly ServerFolder _folder;
    private ServerProcess _process;

    private EmbeddedRedisServer(RedisBinary binary, ServerFolder folder, EmbeddedRedisSettings settings, ServerProcess process)
        => (_binary, _folder, Settings, _process) = (binary, folder, settings, process);

    /// <summary>What it runs with, port and password filled in: starts the same server again after this one was disposed.</summary>
    public EmbeddedRedisSettings Settings { get; }

    /// <summary>In StackExchange.Redis's form; holds the password.</summary>
    public string ConnectionString => $"127.0.0.1:{Port},password={Settings.Password}";

    /// <summary>Port on the loopback address.</summary>
    public int Port => Settings.Port;

    /// <summary>The process of redis-server itself, for those who kill or stall it.</summary>
    public int ProcessId => _process.ProcessId;

    /// <summary>Version, port and folder in words for the operator; no secrets.</summary>
    public string Description => $"embedded Redis {_binary.Version}, port {Port}, {_folder.Path}";

    /// <summary>Starts a server; it answers PING when this returns.</summary>
    /// <exception cref="EmbeddedRedisException">It cannot be started; says what to do.</exception>
    /// <exception cref="ArgumentException">The password has characters that a connection string cannot hold.</exception>
    public static async Task<EmbeddedRedisServer> StartAsync(EmbeddedRedisSettings settings, CancellationToken cancellationToken)
    {
        var password = RedisPassword.Choose(settings.Password);
        var binary = await RedisBinary.FindAsync(settings.Binary, cancellationToken);
        var folder = ServerFolder.Take(settings.Folder);
        try
        {
            await folder.EndEarlierServerAsync(cancellationToken);
            var (process, started) = await ServerStart.RunAsync(binary, folder, settings with { Folder = folder.Path, Password = password }, cancellationToken);
            return new(binary, folder, started, process);
        }
        catch
        {
            folder.Dispose();
            throw;
        }
    }

    /// <summary>Returns when the server has ended by itself or was killed.</summary>
    public Task WaitForExitAsync(CancellationToken cancellationToken) => _process.WaitForExitAsync(cancellationToken);

    /// <summary>Starts an ended server again with the port and the password it had, which every open connection knows.</summary>
    /// <exception cref="EmbeddedRedisException">It cannot be started; says what to do.</exception>
    public async Task RestartAsync(CancellationToken cancellationToken)
    {
        await _folder.EndEarlierServerAsync(cancellationToken);
        _process.Dispose();
        (_process, _) = await ServerStart.RunAsync(_binary, _folder, Settings, cancellationToken);
    }

    /// <summary>Stops the server; what it has to keep is written.</summary>
    public async ValueTask DisposeAsync()
    {
        await _process.StopAsync();
        _process.Dispose();
        _folder.Clear();
        _folder.Dispose();
    }
}
