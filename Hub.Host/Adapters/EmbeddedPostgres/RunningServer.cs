using Microsoft.Extensions.Logging;
using Npgsql;

namespace Hub.Adapters.EmbeddedPostgres;

/// <summary>The started server of a data folder, with the folder's lock.</summary>
internal sealed partial class RunningServer : IAsyncDisposable
{
    private const int StartAttempts = 5;
    private static readonly TimeSpan PauseBetweenLooks = TimeSpan.FromMilliseconds(25);
    private static readonly TimeSpan PauseBetweenAttempts = TimeSpan.FromSeconds(1);

    /// <summary>Long, because a server that was killed may have a lot of log to replay; a server that ends is noticed at once.</summary>
    private static readonly TimeSpan LongestStart = TimeSpan.FromMinutes(10);

    private readonly PostgresBinaries _binaries;
    private readonly ServerAccount _account;
    private readonly ClusterHome _home;
    private readonly DataFolderLock _lock;
    private readonly TimeProvider _clock;
    private readonly ILogger _logger;
    private readonly string _password;
    private ServerProcess _process;

    private RunningServer(PostgresBinaries binaries, ServerAccount account, ClusterHome home, DataFolderLock folderLock, string password, TimeProvider clock, ILogger logger)
    {
        (_binaries, _account, _home, _lock, _password, _clock, _logger) = (binaries, account, home, folderLock, password, clock, logger);
        _process = ServerProcess.Start(binaries, account, home, ServerProcess.FreePort());
    }

    public string ConnectionString => new NpgsqlConnectionStringBuilder
    {
        Host = "127.0.0.1",
        Port = _process.Port,
        Username = "hub",
        Password = _password,
        Database = "hub",
        SslMode = SslMode.Disable,
    }.ConnectionString;

    public int ProcessId => new EarlierServer(_binaries, _account, _home).ReadPid() ?? throw new EmbeddedPostgresException("The server has ended.");

    public string Description => $"embedded PostgreSQL {_binaries.Version}, port {_process.Port}, {_home.Folder}";

    /// <summary>Starts the server of a data folder, making it first when there is none.</summary>
    /// <exception cref="EmbeddedPostgresException">It cannot be started; says what to do.</exception>
    public static async Task<RunningServer> StartAsync(EmbeddedPostgresSettings settings, TimeProvider clock, ILogger logger, CancellationToken cancellationToken)
    {
        var folderLock = DataFolderLock.Take(CreateFolder(settings.DataFolder));
        RunningServer? server = null;
        try
        {
            var account = ServerAccount.Choose();
            var home = await ClusterHome.FindAsync(settings.DataFolder, account, cancellationToken);
            var binaries = await PostgresBinaries.FindAsync(settings.BinariesFolder, home.Major, cancellationToken);
            if (home.Major is null)
            {
                Making(logger, home.Folder, binaries.Version);
                await new ClusterCreation(binaries, account, home).RunAsync(cancellationToken);
            }

            var password = await ReadPasswordAsync(home, cancellationToken);
            await new EarlierServer(binaries, account, home).EndAsync(cancellationToken);
            server = new(binaries, account, home, folderLock, password, clock, logger);
            await server.WaitUntilReadyAsync(_ => ServerProcess.FreePort(), cancellationToken);
            return server;
        }
        catch
        {
            if (server is not null)
                await server.DisposeAsync();
            folderLock.Dispose();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _process.StopAsync(_binaries, _home);
        _process.Dispose();
        _lock.Dispose();
    }

    public Task WaitForExitAsync(CancellationToken cancellationToken) => _process.WaitForExitAsync(cancellationToken);

    /// <summary>Starts the server again on the port it had, which every open pool knows.</summary>
    public async Task RestartAsync(CancellationToken cancellationToken)
    {
        await new EarlierServer(_binaries, _account, _home).EndAsync(cancellationToken);
        Replace(_process.Port);
        await WaitUntilReadyAsync(port => port, cancellationToken);
    }

    private async Task WaitUntilReadyAsync(Func<int, int> nextPort, CancellationToken cancellationToken)
    {
        var started = _clock.GetTimestamp();
        for (var attempt = 1; !await IsReadyAsync(cancellationToken);)
        {
            if (_clock.GetElapsedTime(started) > LongestStart)
                throw new EmbeddedPostgresException($"PostgreSQL did not become ready within {LongestStart.TotalMinutes:0} minutes: {ServerLog.Tail(_home)}");
            if (!_process.HasExited)
            {
                await Task.Delay(PauseBetweenLooks, _clock, cancellationToken);
                continue;
            }

            // The port was taken meanwhile, or processes of a killed server still hold its shared memory.
            if (attempt++ == StartAttempts)
                throw new EmbeddedPostgresException($"PostgreSQL does not start on '{_home.Cluster}': {ServerLog.Tail(_home)}");
            StartFailed(_logger, ServerLog.Tail(_home));
            await Task.Delay(PauseBetweenAttempts, _clock, cancellationToken);
            Replace(nextPort(_process.Port));
        }
    }

    private void Replace(int port)
    {
        _process.Dispose();
        _process = ServerProcess.Start(_binaries, _account, _home, port);
    }

    private async Task<bool> IsReadyAsync(CancellationToken cancellationToken)
    {
        try
        {
            await using var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(ConnectionString) { Pooling = false, Timeout = 5 }.ConnectionString);
            await connection.OpenAsync(cancellationToken);
            return true;
        }
        catch (PostgresException exception) when (exception.SqlState is PostgresErrorCodes.InvalidPassword or PostgresErrorCodes.InvalidCatalogName)
        {
            throw new EmbeddedPostgresException($"The cluster in '{_home.Folder}' does not fit '{_home.PasswordFile}': {exception.MessageText}. Put back the file that belongs to it.", exception);
        }
        catch (NpgsqlException)
        {
            return false;
        }
    }

    private static string CreateFolder(string folder)
    {
        if (Directory.Exists(folder))
            return folder;
        try
        {
            Directory.CreateDirectory(folder);
            // The account of the server has to pass through; what is secret in here has a mode of its own.
            if (!OperatingSystem.IsWindows())
                File.SetUnixFileMode(folder, (UnixFileMode)0b111_101_101);
            return folder;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new EmbeddedPostgresException($"Data:Folder = '{folder}' cannot be made: {exception.Message}", exception);
        }
    }

    private static async Task<string> ReadPasswordAsync(ClusterHome home, CancellationToken cancellationToken)
        => File.Exists(home.PasswordFile)
            ? (await File.ReadAllTextAsync(home.PasswordFile, cancellationToken)).Trim()
            : throw new EmbeddedPostgresException($"'{home.PasswordFile}' is missing, but the cluster in '{home.Folder}' exists. Put the file back, or move the cluster away to start with an empty one.");

    [LoggerMessage(Level = LogLevel.Information, Message = "Making a PostgreSQL {Version} cluster in {Folder}")]
    private static partial void Making(ILogger logger, string folder, string version);

    [LoggerMessage(Level = LogLevel.Warning, Message = "PostgreSQL did not start and is tried again: {Log}")]
    private static partial void StartFailed(ILogger logger, string log);
}
