using Hub.Adapters.Messaging.Redis.Scripts;
using MassTransit;
using Microsoft.Extensions.Logging;
using StackExchange.Redis;

namespace Hub.Adapters.Messaging.Redis.Connection;

/// <summary>The one connection of a process to its Redis. Comes back by itself whenever the server does.</summary>
internal sealed partial class RedisConnection : IAsyncDisposable
{
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(20);
    private readonly Lock _gate = new();
    private readonly ConfigurationOptions _options;
    private readonly RedisKey[] _root;
    private readonly TimeProvider _clock;
    private readonly ILogger<RedisConnection> _logger;
    private readonly CancellationTokenSource _disposed = new();
    private volatile bool _isStopping;
    private Task<ConnectionMultiplexer>? _opening;
    private ConnectionMultiplexer? _multiplexer;
    private string? _lastFailure;

    public RedisConnection(RedisStreamsSettings settings, TimeProvider clock, ILogger<RedisConnection> logger)
    {
        Settings = settings;
        _clock = clock;
        _logger = logger;
        _root = [Root];
        _options = RedisAddress.Parse(settings.ConnectionString);
        var timeout = (int)settings.OperationTimeout.TotalMilliseconds;
        _options.AbortOnConnectFail = false;
        // This client calls INFO an administrator's command.
        _options.AllowAdmin = true;
        _options.ConnectTimeout = timeout;
        _options.AsyncTimeout = timeout;
        _options.SyncTimeout = timeout;
        _options.ReconnectRetryPolicy = new LinearRetry((int)LongestPause.TotalMilliseconds);
        _options.Protocol = RedisProtocol.Resp2;
        _options.ClientName = $"{settings.Prefix}-{Environment.MachineName}-{Environment.ProcessId}";
        var server = new Uri($"tcp://{FormatServer(_options.EndPoints[0])}");
        Address = new SqlHostAddress(server.Host, null, server.Port, settings.Prefix, null);
    }

    public RedisStreamsSettings Settings { get; }

    /// <summary>What the bus calls this host; no login in it.</summary>
    public Uri Address { get; }

    /// <summary>Begins every key.</summary>
    public string Root => $"{{{Settings.Prefix}}}";

    public TimeProvider Clock => _clock;

    public bool IsConnected => _multiplexer is { IsConnected: true };

    /// <summary>Raised when the server is back after it was away: whatever was heard from it before may have been missed.</summary>
    public event EventHandler? Restored;

    /// <summary>The bus stops: from now on the first failure of an operation is the last, a stop does not wait for Redis.</summary>
    public void LosePatience() => _isStopping = true;

    /// <summary>The bus starts, perhaps not for the first time.</summary>
    public void BePatient() => _isStopping = false;

    /// <summary>Runs a script, once.</summary>
    /// <exception cref="ConnectionException">Redis is away, or did not answer in time: the script may have run or not.</exception>
    /// <exception cref="TopologyLostException">A queue or topic is gone.</exception>
    /// <exception cref="TransportException">Redis refuses.</exception>
    public async Task<RedisResult> RunAsync(RedisScript script, RedisValue[] arguments, CancellationToken cancellationToken)
    {
        try
        {
            var database = (await OpenAsync(cancellationToken)).GetDatabase();
            return await database.ScriptEvaluateAsync(script.Text, _root, arguments).WaitAsync(cancellationToken);
        }
        catch (Exception exception) when (RedisFailure.IsOfRedis(exception))
        {
            cancellationToken.ThrowIfCancellationRequested();
            throw Translate(exception);
        }
    }

    /// <summary>Runs a script that may run twice, for as long as it takes until Redis answers.</summary>
    /// <param name="script">Script.</param>
    /// <param name="arguments">Its arguments.</param>
    /// <param name="givesUp">True when the next failure is to be the last.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <exception cref="ConnectionException">Redis is away and <paramref name="givesUp"/> said so.</exception>
    /// <exception cref="TopologyLostException">A queue or topic is gone.</exception>
    /// <exception cref="TransportException">Redis refuses.</exception>
    public async Task<RedisResult> RunUntilAnsweredAsync(RedisScript script, RedisValue[] arguments, Func<bool> givesUp, CancellationToken cancellationToken)
    {
        for (var pause = FirstPause; ; pause = pause * 2 < LongestPause ? pause * 2 : LongestPause)
        {
            try
            {
                return await RunAsync(script, arguments, cancellationToken);
            }
            catch (ConnectionException exception) when (!_isStopping && !givesUp() && !_disposed.IsCancellationRequested)
            {
                TriedAgain(_logger, script.Name, exception.Message);
                await Task.Delay(pause, _clock, cancellationToken);
            }
        }
    }

    /// <summary>Listens on a channel of this bus for as long as the connection lives.</summary>
    /// <exception cref="ConnectionException">Redis is away.</exception>
    public async Task SubscribeAsync(string channel, Action<string> heard, CancellationToken cancellationToken)
    {
        try
        {
            var subscriber = (await OpenAsync(cancellationToken)).GetSubscriber();
            await subscriber.SubscribeAsync(RedisChannel.Literal($"{Root}:{channel}"), (_, message) => heard(message.ToString())).WaitAsync(cancellationToken);
        }
        catch (Exception exception) when (RedisFailure.IsOfRedis(exception))
        {
            throw Translate(exception);
        }
    }

    /// <summary>Asks the server about itself.</summary>
    /// <exception cref="ConnectionException">Redis is away.</exception>
    public async Task<IReadOnlyDictionary<string, string>> InfoAsync(CancellationToken cancellationToken)
    {
        try
        {
            var database = (await OpenAsync(cancellationToken)).GetDatabase();
            var text = (string?)await database.ExecuteAsync("INFO").WaitAsync(cancellationToken) ?? "";
            return text.Split('\n', StringSplitOptions.TrimEntries)
                .Select(line => line.Split(':', 2))
                .Where(pair => pair.Length == 2)
                .GroupBy(pair => pair[0], StringComparer.Ordinal)
                .ToDictionary(group => group.Key, group => group.First()[1], StringComparer.Ordinal);
        }
        catch (Exception exception) when (RedisFailure.IsOfRedis(exception))
        {
            throw Translate(exception);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _disposed.CancelAsync();
        Task<ConnectionMultiplexer>? opening;
        lock (_gate)
            opening = _opening;
        if (opening is not null)
            await CloseAsync(opening);
        _disposed.Dispose();
    }

    private static string FormatServer(System.Net.EndPoint server) => server switch
    {
        System.Net.DnsEndPoint name => $"{name.Host}:{name.Port}",
        _ => server.ToString()!,
    };

    private async ValueTask<ConnectionMultiplexer> OpenAsync(CancellationToken cancellationToken)
    {
        if (_multiplexer is { } open)
            return open;

        Task<ConnectionMultiplexer> opening;
        lock (_gate)
        {
            ObjectDisposedException.ThrowIf(_disposed.IsCancellationRequested, this);
            // Whoever loses patience leaves it to the others: a connection given up halfway would stay open, unknown to anybody.
            opening = _opening = _opening is null or { IsFaulted: true } ? ConnectAsync() : _opening;
        }

        return await opening.WaitAsync(cancellationToken);
    }

    private async Task<ConnectionMultiplexer> ConnectAsync()
    {
        var multiplexer = await ConnectionMultiplexer.ConnectAsync(_options);
        multiplexer.ConnectionFailed += (_, failure) => Lost(failure);
        multiplexer.ConnectionRestored += (_, restored) => Regained(restored);
        return _multiplexer = multiplexer;
    }

    private static async Task CloseAsync(Task<ConnectionMultiplexer> opening)
    {
        try
        {
            await (await opening).DisposeAsync();
        }
        catch (Exception exception) when (RedisFailure.IsOfRedis(exception))
        {
            // It never opened.
        }
    }

    private void Lost(ConnectionFailedEventArgs failure)
    {
        if (failure.ConnectionType == ConnectionType.Interactive && Interlocked.Exchange(ref _lastFailure, failure.FailureType.ToString()) is null && !_disposed.IsCancellationRequested)
            Away(_logger, Address.Authority, failure.FailureType, failure.Exception?.Message);
    }

    private void Regained(ConnectionFailedEventArgs restored)
    {
        if (restored.ConnectionType == ConnectionType.Interactive && Interlocked.Exchange(ref _lastFailure, null) is not null)
            Back(_logger, Address.Authority);
        Restored?.Invoke(this, EventArgs.Empty);
        if (restored.ConnectionType == ConnectionType.Subscription)
            _ = ConfirmAsync();
    }

    /// <summary>The connection is back before the subscriptions are; what rings in between is heard by nobody.</summary>
    private async Task ConfirmAsync()
    {
        try
        {
            // On the same connection, behind the subscriptions.
            await _multiplexer!.GetSubscriber().PingAsync();
            Restored?.Invoke(this, EventArgs.Empty);
        }
        catch (Exception exception) when (RedisFailure.IsOfRedis(exception))
        {
            // Away again, and back again later.
        }
    }

    private Exception Translate(Exception exception) => RedisFailure.Translate(exception, Address);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Redis at {Server} is away ({Failure}): {Reason}")]
    private static partial void Away(ILogger logger, string server, ConnectionFailureType failure, string? reason);

    [LoggerMessage(Level = LogLevel.Information, Message = "Redis at {Server} is back")]
    private static partial void Back(ILogger logger, string server);

    [LoggerMessage(Level = LogLevel.Debug, Message = "{Script} is tried again: {Reason}")]
    private static partial void TriedAgain(ILogger logger, string script, string reason);
}
