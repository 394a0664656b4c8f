using Microsoft.Extensions.Logging;

namespace Hub.Adapters.EmbeddedPostgres;

/// <summary>
/// A private PostgreSQL for one hub: loopback only, on a free port, with a role that is no superuser and a random password, durable
/// as any other. It is made at the first start, survives a kill of the hub at any moment, and ends with the hub's process.
/// </summary>
public sealed class EmbeddedPostgresServer(EmbeddedPostgresSettings settings, TimeProvider clock, ILogger<EmbeddedPostgresServer> logger) : IAsyncDisposable
{
    private RunningServer? _running;

    /// <summary>Connects as the hub's role to the hub's database.</summary>
    public string ConnectionString => Running.ConnectionString;

    /// <summary>Version, port and folder in words for the operator; no secrets.</summary>
    public string Description => Running.Description;

    /// <summary>The process of the server itself, for those who kill it.</summary>
    public int ProcessId => Running.ProcessId;

    private RunningServer Running => _running ?? throw new InvalidOperationException("The embedded PostgreSQL is not started.");

    /// <summary>Starts the server, making its cluster first when there is none. To be called before the host starts.</summary>
    /// <exception cref="EmbeddedPostgresException">It cannot be started; says what to do.</exception>
    public async Task StartAsync(CancellationToken cancellationToken)
        => _running = await RunningServer.StartAsync(settings, clock, logger, cancellationToken);

    /// <summary>Stops the server cleanly.</summary>
    public ValueTask DisposeAsync() => _running?.DisposeAsync() ?? ValueTask.CompletedTask;

    /// <summary>Returns when the server has ended by itself, which it should not.</summary>
    public Task WaitForExitAsync(CancellationToken cancellationToken) => Running.WaitForExitAsync(cancellationToken);

    /// <summary>Starts the server again on the port it had, which every open pool knows.</summary>
    public Task RestartAsync(CancellationToken cancellationToken) => Running.RestartAsync(cancellationToken);
}
