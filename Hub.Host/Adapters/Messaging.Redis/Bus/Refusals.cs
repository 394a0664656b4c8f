using MassTransit;
using MassTransit.SqlTransport.Configuration;

namespace Hub.Adapters.Messaging.Redis.Bus;

/// <summary>What this transport does not do is refused when it is asked for, not when a message is lost by it.</summary>
internal static class Refusals
{
    /// <exception cref="ConfigurationException">The endpoint asks for what is not supported.</exception>
    public static void DemandSupported(ISqlReceiveEndpointConfiguration endpoint, TimeSpan longestLock)
    {
        var settings = endpoint.Settings;
        if (settings.ReceiveMode != SqlReceiveMode.Normal)
            throw new ConfigurationException($"Endpoint {settings.QueueName}: receive mode {settings.ReceiveMode} is not supported on Redis Streams; use the normal one.");
        if (settings.PurgeOnStartup)
            throw new ConfigurationException($"Endpoint {settings.QueueName}: PurgeOnStartup is not supported on Redis Streams.");
        if (settings.LockDuration < TimeSpan.FromSeconds(1) || settings.LockDuration > longestLock)
            throw new ConfigurationException($"Endpoint {settings.QueueName}: LockDuration must be 1 second to {longestLock.TotalHours:0} hour.");
        if (settings.MaxDeliveryCount is < 1)
            throw new ConfigurationException($"Endpoint {settings.QueueName}: MaxDeliveryCount must be 1 or more.");
    }

    /// <exception cref="ConfigurationException">The subscription is for some of a topic's messages only.</exception>
    public static void DemandPlain(SqlSubscriptionType type, string topic)
    {
        if (type != SqlSubscriptionType.All)
            throw new ConfigurationException($"Topic {topic}: subscriptions by {(type == SqlSubscriptionType.RoutingKey ? "routing key" : "pattern")} are not supported on Redis Streams; subscribe to all its messages.");
    }
}
