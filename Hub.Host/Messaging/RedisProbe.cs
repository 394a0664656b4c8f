using Hub.Adapters.Messaging.Redis;
using Hub.Adapters.Persistence.Postgres.BrokerLoss;

namespace Hub.Host.Messaging;

/// <summary>Looks at Redis for those who watch for losses.</summary>
internal sealed class RedisProbe(IRedisBroker redis, Transport transport) : IBrokerProbe
{
    public string Name => $"redis/{transport.Redis!.Prefix}";

    public async Task<BrokerState> LookAsync(long counter, CancellationToken cancellationToken)
    {
        var seen = await redis.LookAsync(counter, cancellationToken);
        return new(seen.RunId, seen.PreviousCounter, seen.Repairs);
    }
}
