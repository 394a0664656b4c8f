using Hub.Adapters.Persistence.Postgres;
using Hub.Host.Commands.Doctor;
using Hub.Modules.Kernel;
using Hub.Modules.Kernel.SelfChecks;
using MassTransit;

namespace Hub.Host.Messaging;

/// <summary>Adds the bus with every module's consumers on it.</summary>
internal static class BusRegistration
{
    private static readonly TimeSpan StartTimeout = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan StopTimeout = TimeSpan.FromSeconds(25);

    public static IServiceCollection AddHubBus(this IServiceCollection services, IConfiguration configuration, IReadOnlyList<IHubModule> modules, Transport transport)
    {
        services.AddValidatedOptions<MessagingOptions>(configuration, MessagingOptions.SectionName);
        services.AddSingleton(transport);
        services.AddSingleton<BrokerContact>();
        services.AddSingleton<IBrokerStatus>(provider => provider.GetRequiredService<BrokerContact>());
        services.Configure<MassTransitHostOptions>(options =>
        {
            // A broker that is away must not keep the hub from starting: messages wait in the outbox, readiness says so.
            options.WaitUntilStarted = !transport.HasBroker;
            // A bus that has given up its start never starts; with a broker, then, it waits for as long as that is away.
            options.StartTimeout = transport.HasBroker ? null : StartTimeout;
            options.StopTimeout = StopTimeout;
        });
        services.AddMassTransit(bus =>
        {
            bus.DisableUsageTelemetry();
            foreach (var module in modules)
                module.AddMessaging(bus, configuration);
            bus.UsePostgresPersistence(modules);
            UseTransport(bus, transport, HubModules.IsWorkerOnly(modules, configuration));
        });
        if (transport.HasBroker)
            services.AddHostedService(provider => provider.GetRequiredService<BrokerContact>());
        if (transport.Kind == TransportKind.Redis)
            services.AddSingleton<ISelfCheck, RedisCheck>();
        EndpointNames.DemandUnique(services);
        return services;
    }

    private static void UseTransport(IBusRegistrationConfigurator bus, Transport transport, bool isWorkerOnly)
    {
        switch (transport)
        {
            case { Redis: { } settings }:
                // A render machine has nothing to send again; whoever hands out the work has.
                RedisBus.Use(bus, settings, watchesForLoss: !isWorkerOnly);
                break;
            case { RabbitMq: { } address }:
                RabbitMqBus.Use(bus, address);
                break;
            default:
                bus.UsingInMemory((context, factory) => factory.ConfigureEndpoints(context));
                break;
        }
    }
}
