namespace Hub.Tests.Compliance.TransportFaults.Brokers;

/// <summary>A broker, or a corner of one, that a fixture has to itself.</summary>
internal abstract class FaultyBroker : IAsyncDisposable
{
    /// <summary>How to reach it, with the suite's defaults.</summary>
    public abstract BusSettings Bus { get; }

    public static async Task<FaultyBroker> StartAsync(BrokerKind kind)
        => kind == BrokerKind.Redis ? await FaultyRedis.StartAsync() : await FaultyRabbitMq.StartAsync();

    /// <summary>How many messages of a queue are not settled: waiting, or delivered and unanswered.</summary>
    public abstract Task<long> UnsettledAsync(string queue);

    public abstract ValueTask DisposeAsync();
}
