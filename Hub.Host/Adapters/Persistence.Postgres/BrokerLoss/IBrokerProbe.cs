using MassTransit;

namespace Hub.Adapters.Persistence.Postgres.BrokerLoss;

/// <summary>A broker that shows whether it still holds what it was given.</summary>
public interface IBrokerProbe
{
    /// <summary>Transport and prefix, <c>redis/hub</c>: what is known about the broker is kept under this name.</summary>
    string Name { get; }

    /// <summary>Leaves <paramref name="counter"/> with the broker and takes the one left there before, in one step.</summary>
    /// <exception cref="ConnectionException">The broker cannot be reached.</exception>
    Task<BrokerState> LookAsync(long counter, CancellationToken cancellationToken);
}
