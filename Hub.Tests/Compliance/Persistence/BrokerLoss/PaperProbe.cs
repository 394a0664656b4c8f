using Hub.Adapters.Persistence.Postgres.BrokerLoss;

namespace Hub.Tests.Compliance.Persistence.BrokerLoss;

/// <summary>One host's way to the broker that all hosts of a test share.</summary>
internal sealed class PaperProbe(PaperBroker broker) : IBrokerProbe
{
    public string Name => broker.Name;

    public Task<BrokerState> LookAsync(long counter, CancellationToken cancellationToken) => broker.LookAsync(counter, cancellationToken);
}
