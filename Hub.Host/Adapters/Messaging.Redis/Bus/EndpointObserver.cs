using MassTransit;
using MassTransit.SqlTransport.Configuration;
using MassTransit.SqlTransport.Topology;

namespace Hub.Adapters.Messaging.Redis.Bus;

/// <summary>Looks at each endpoint once it is configured: sets what the transport has a say in, notes what it asks for, refuses what cannot be.</summary>
internal sealed class EndpointObserver(RedisTransport transport) : IEndpointConfigurationObserver
{
    private static readonly TimeSpan EnginesLock = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan EnginesPolling = TimeSpan.FromSeconds(1);

    public void EndpointConfigured<T>(T configurator)
        where T : IReceiveEndpointConfigurator
    {
        if (configurator is not SqlReceiveEndpointConfiguration endpoint)
            return;

        // The engine's own defaults cannot be told from a wish of the same value; nobody wishes for those on Redis.
        var settings = transport.Connection.Settings;
        if (endpoint.Settings.LockDuration == EnginesLock)
            endpoint.LockDuration = settings.LockDuration;
        if (endpoint.Settings.PollingInterval == EnginesPolling)
            endpoint.PollingInterval = settings.PollingInterval;
        if (endpoint.Settings.AutoDeleteOnIdle is not null)
            endpoint.AutoDeleteOnIdle = settings.TemporaryQueueLifetime;

        Refusals.DemandSupported(endpoint, Queues.QueueCommands.Lease);
        DemandPlainSubscriptions(endpoint);
        var concurrency = Math.Min(endpoint.Settings.ConcurrentMessageLimit, endpoint.Settings.PrefetchCount);
        transport.Note(endpoint.Settings.QueueName, new()
        {
            Concurrency = concurrency,
            Prefetch = endpoint.Settings.PrefetchCount,
            Lock = endpoint.Settings.LockDuration,
            DeliveryLimit = endpoint.Settings.MaxDeliveryCount ?? settings.DeliveryLimit,
            Life = endpoint.Settings.AutoDeleteOnIdle,
        });
        // See QueueReader: the engine must never believe that its places are taken.
        endpoint.ConcurrentMessageLimit = (2 * concurrency) + 8;
        endpoint.ConnectReceiveEndpointObserver(new StopObserver(transport, endpoint.Settings.QueueName));
    }

    private static void DemandPlainSubscriptions(SqlReceiveEndpointConfiguration endpoint)
    {
        var topology = new ReceiveEndpointBrokerTopologyBuilder(endpoint.Settings);
        ((ISqlEndpointConfiguration)endpoint).Topology.Consume.Apply(topology);
        foreach (var subscription in topology.BuildBrokerTopology().QueueSubscriptions)
            Refusals.DemandPlain(subscription.SubscriptionType, subscription.Source.TopicName);
    }
}
