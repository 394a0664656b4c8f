using Hub.Adapters.Persistence.Postgres.Redelivery;
using Hub.Modules.Kernel;

namespace Hub.Adapters.Persistence.Postgres.BrokerLoss;

/// <summary>The outbox's part: every message that some subscriber has not consumed.</summary>
internal sealed class TravellingMessages(IOutboxRedelivery redelivery) : ITravellingWork
{
    public string Name => "messages";

    public Task<int> SendAgainAsync(CancellationToken cancellationToken) => redelivery.ResendUnconsumedAsync(cancellationToken);
}
