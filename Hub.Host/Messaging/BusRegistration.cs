using Hub.Adapters.Persistence.Postgres;
using Hub.Modules.Kernel;
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
        services.Configure<MassTransitHostOptions>(options =>
        {
            // A broker that is away must not keep the hub from starting: messages wait in the outbox, readiness says so.
            options.WaitUntilStarted = transport.Kind == TransportKind.InMemory;
            options.StartTimeout = StartTimeout;
            options.StopTimeout = StopTimeout;
        });
        services.AddMassTransit(bus =>
        {
            bus.DisableUsageTelemetry();
            foreach (var module in modules)
                module.AddMessaging(bus, configuration);
            bus.UsePostgresPersistence(modules);
            UseTransport(bus, transport);
        });
        EndpointNames.DemandUnique(services);
        return services;
    }

    private static void UseTransport(IBusRegistrationConfigurator bus, Transport transport)
    {
        if (transport.RabbitMq is not { } address)
        {
            bus.UsingInMemory((context, factory) => factory.ConfigureEndpoints(context));
            return;
        }

        bus.UsingRabbitMq((context, factory) =>
        {
            factory.Host(address.Host, address.Port, address.VirtualHost, host =>
            {
                host.Username(address.Username);
                host.Password(address.Password);
                if (address.Tls)
                    host.UseSsl(tls => tls.ServerName = address.Host);
            });
            // The outbox delivers by address, which declares no bindings of its own.
            factory.DeployPublishTopology = true;
            factory.AddPublishMessageTypesFromNamespaceContaining<Contracts.Render.RequestRender>();
            factory.AddPublishMessageTypesFromNamespaceContaining<Contracts.FeatureTable.HandCaptured>();
            factory.ConfigureEndpoints(context);
        });
    }
}
