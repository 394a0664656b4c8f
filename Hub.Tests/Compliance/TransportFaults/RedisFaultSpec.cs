using Hub.Tests.Compliance.TransportFaults.Brokers;

namespace Hub.Tests.Compliance.TransportFaults;

/// <summary>Faults of the Redis server itself.</summary>
internal abstract class RedisFaultSpec() : TransportFaultSpec(BrokerKind.Redis)
{
    protected FaultyRedis Redis => (FaultyRedis)Broker;

    /// <summary>The numbers that were begun more than once.</summary>
    protected IReadOnlyList<int> BegunTwice => [.. Book.TimesBegun.Where(begun => begun.Value > 1).Select(begun => begun.Key)];
}
