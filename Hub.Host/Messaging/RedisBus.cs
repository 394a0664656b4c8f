using Hub.Adapters.Messaging.Redis;
using Hub.Adapters.Persistence.Postgres;
using Hub.Host.Startup;
using MassTransit;

namespace Hub.Host.Messaging;

/// <summary>Puts the bus on Redis Streams.</summary>
internal static class RedisBus
{
    /// <param name="bus">The bus.</param>
    /// <param name="settings">Server and prefix.</param>
    /// <param name="watchesForLoss">Whether this host looks after what Redis may lose.</param>
    /// <exception cref="HubStartException">The connection string cannot be used; the message repeats nothing of it, for it holds a password.</exception>
    public static void Use(IBusRegistrationConfigurator bus, RedisStreamsSettings settings, bool watchesForLoss)
    {
        try
        {
            bus.UsingRedisStreams(settings, (context, factory) =>
            {
                PublishTopology.Deploy(factory);
                factory.ConfigureEndpoints(context);
            });
        }
        catch (ConfigurationException exception)
        {
            throw new HubStartException($"{Transport.RedisKey}: {exception.Message}", exception);
        }

        if (watchesForLoss)
            bus.WatchBroker<RedisProbe>();
    }
}
