using System.Data;
using MassTransit.Middleware;
using MassTransit.SqlTransport;

namespace Hub.Adapters.Messaging.Redis.Bus;

/// <summary>The connection as the bus sees it: where waiting for messages happens.</summary>
internal sealed class RedisConnectionContext(RedisTransport transport, CancellationToken stopped) : BasePipeContext(stopped), ConnectionContext, IAsyncDisposable
{
    public Uri HostAddress => transport.Connection.Address;

    public string? Schema => null;

    public IsolationLevel IsolationLevel => IsolationLevel.Unspecified;

    public ClientContext CreateClientContext(CancellationToken cancellationToken) => new RedisClientContext(this, transport, cancellationToken);

    public Task DelayUntilMessageReady(long queueId, TimeSpan timeout, CancellationToken cancellationToken)
        => transport.WaitForMessagesAsync(queueId, timeout, cancellationToken);

    /// <exception cref="NotSupportedException">Always: the engine has no reason to ask for a database connection.</exception>
    public Task<ISqlTransportConnection> CreateConnection(CancellationToken cancellationToken) => throw new NotSupportedException("Redis Streams have no database connection.");

    /// <exception cref="NotSupportedException">Always: the engine has no reason to query a database.</exception>
    public Task<T> Query<T>(Func<IDbConnection, IDbTransaction, Task<T>> callback, CancellationToken cancellationToken) => throw new NotSupportedException("Redis Streams have no database to query.");

    public async ValueTask DisposeAsync() => await transport.AbandonReadersAsync();
}
