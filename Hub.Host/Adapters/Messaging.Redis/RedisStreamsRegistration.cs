using MassTransit;

namespace Hub.Adapters.Messaging.Redis;

/// <summary>Puts a bus on Redis Streams.</summary>
public static class RedisStreamsRegistration
{
    /// <summary>
    /// Uses Redis Streams as the transport of this bus, delayed messages included, and adds <see cref="IRedisBroker"/>. Call it once per container;
    /// <paramref name="configure"/> has to configure the endpoints and does so itself when it is null.
    /// </summary>
    /// <exception cref="ArgumentException">A setting is out of its range; the message names it.</exception>
    public static void UsingRedisStreams(
        this IBusRegistrationConfigurator bus, RedisStreamsSettings settings, Action<IBusRegistrationContext, ISqlBusFactoryConfigurator>? configure = null)
    {
        _ = (bus, settings, configure);
        throw new NotSupportedException("The Redis transport is not built yet.");
    }
}
