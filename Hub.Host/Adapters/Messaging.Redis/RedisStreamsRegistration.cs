using Hub.Adapters.Messaging.Redis.Bus;
using Hub.Adapters.Messaging.Redis.Connection;
using Hub.Adapters.Messaging.Redis.Topology;
using MassTransit;
using MassTransit.SqlTransport.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Hub.Adapters.Messaging.Redis;

/// <summary>Puts a bus on Redis Streams.</summary>
public static class RedisStreamsRegistration
{
    /// <summary>Name of the health check that says whether Redis can be used.</summary>
    public const string HealthCheckName = "redis";

    /// <summary>
    /// Uses Redis Streams as the transport of this bus, delayed messages included, and adds <see cref="IRedisBroker"/> and a health check. Call it
    /// once per container; <paramref name="configure"/> has to configure the endpoints, which happens by itself when it is null.
    /// </summary>
    /// <exception cref="ConfigurationException">A setting is out of its range, or the connection string cannot be read, or the container has such a bus already; the message says which.</exception>
    public static void UsingRedisStreams(
        this IBusRegistrationConfigurator bus, RedisStreamsSettings settings, Action<IBusRegistrationContext, ISqlBusFactoryConfigurator>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(bus);
        ArgumentNullException.ThrowIfNull(settings);
        settings.DemandValid();
        if (bus.Any(service => service.ServiceType == typeof(RedisConnection)))
            throw new ConfigurationException("One bus on Redis Streams per container is supported.");

        bus.TryAddSingleton(TimeProvider.System);
        bus.AddMetrics();
        bus.AddSingleton(services => new RedisConnection(settings, services.GetRequiredService<TimeProvider>(), services.GetRequiredService<ILogger<RedisConnection>>()));
        bus.AddSingleton<RedisMetrics>();
        bus.AddSingleton<KnownTopology>();
        bus.AddSingleton<RedisBroker>();
        bus.AddSingleton<IRedisBroker>(services => services.GetRequiredService<RedisBroker>());
        bus.AddSingleton<RedisTransport>();
        bus.AddHealthChecks().AddCheck<RedisHealthCheck>(HealthCheckName, tags: ["ready"], timeout: settings.OperationTimeout);
        bus.AddSqlMessageScheduler();
        bus.SetBusFactory(new SqlRegistrationBusFactory((context, factory) =>
        {
            var transport = context.GetRequiredService<RedisTransport>();
            factory.Host(new RedisHostSettings(transport));
            // The envelope, as on every other transport; the engine's default leaves half of it to the transport.
            factory.ClearSerialization();
            factory.UseJsonSerializer();
            factory.ConnectEndpointConfigurationObserver(new EndpointObserver(transport));
            factory.PublishTopology.ConnectPublishTopologyConfigurationObserver(transport.Published);
            factory.ConnectBusObserver(new PatienceObserver(transport.Connection));
            // A bus that has not started yet, because Redis is away, is not told of the stop.
            context.GetService<IHostApplicationLifetime>()?.ApplicationStopping.Register(transport.Connection.LosePatience);
            factory.UseSqlMessageScheduler();
            if (configure is null)
                factory.ConfigureEndpoints(context);
            else
                configure(context, factory);
        }));
    }
}
