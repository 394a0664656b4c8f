using MassTransit;

namespace Hub.Adapters.Messaging.Redis;

/// <summary>The Redis behind the bus, for those who watch over it.</summary>
public interface IRedisBroker
{
    /// <summary>The connection stands. The bus itself stays healthy while Redis is away: it waits.</summary>
    bool IsConnected { get; }

    /// <summary>
    /// Leaves <paramref name="counter"/> with Redis and says what was left before. When Redis turns out to be empty, the queues and
    /// subscriptions of all processes are created anew.
    /// </summary>
    /// <exception cref="ConnectionException">Redis cannot be reached.</exception>
    Task<BrokerSighting> LookAsync(long counter, CancellationToken cancellationToken);

    /// <summary>What waits in each queue.</summary>
    /// <exception cref="ConnectionException">Redis cannot be reached.</exception>
    Task<IReadOnlyList<QueueDepth>> MeasureAsync(CancellationToken cancellationToken);

    /// <summary>Whether the server is one that messages may be trusted to.</summary>
    /// <exception cref="ConnectionException">Redis cannot be reached, or refuses the login.</exception>
    Task<IReadOnlyList<ServerFinding>> CheckServerAsync(CancellationToken cancellationToken);
}
