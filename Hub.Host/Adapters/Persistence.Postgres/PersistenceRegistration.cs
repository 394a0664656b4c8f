using Hub.Adapters.Persistence.Postgres.BrokerLoss;
using Hub.Adapters.Persistence.Postgres.Delivery;
using Hub.Adapters.Persistence.Postgres.Inbox;
using Hub.Adapters.Persistence.Postgres.Migrator;
using Hub.Adapters.Persistence.Postgres.Model;
using Hub.Adapters.Persistence.Postgres.Outbox;
using Hub.Adapters.Persistence.Postgres.Redelivery;
using Hub.Adapters.Persistence.Postgres.Sagas;
using Hub.Adapters.Persistence.Postgres.Subscriptions;
using Hub.Adapters.Persistence.Postgres.Timers;
using Hub.Modules.Kernel;
using MassTransit;
using MassTransit.DependencyInjection;
using MassTransit.Middleware;
using MassTransit.Scheduling;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Npgsql;

namespace Hub.Adapters.Persistence.Postgres;

/// <summary>Registers the transactional outbox, the inbox, timers, the saga repositories and the migrator.</summary>
public static class PersistenceRegistration
{
    /// <summary>Name of the meter and of the activity source.</summary>
    public const string TelemetryName = OutboxMetrics.Name;

    /// <summary>
    /// Adds what works without a bus: the messaging tables, the outbox in the DbContext of each of <paramref name="modules"/>,
    /// and <see cref="DatabaseMigrator"/>. Needs an <see cref="NpgsqlDataSource"/> in the container.
    /// </summary>
    public static IServiceCollection AddPostgresPersistence(this IServiceCollection services, IConfiguration configuration, IReadOnlyCollection<IHubModule> modules)
    {
        services.AddValidatedOptions<OutboxOptions>(configuration, OutboxOptions.SectionName);
        services.AddValidatedOptions<MigratorOptions>(configuration, MigratorOptions.SectionName);
        services.AddMetrics();
        services.TryAddSingleton(TimeProvider.System);
        services.AddModuleDbContext<MessagingDbContext>(MessagingModel.Schema);
        services.ConfigureDbContext<MessagingDbContext>((provider, context) => context.AddInterceptors(provider.GetRequiredService<OutboxInterceptor>()), ServiceLifetime.Scoped);
        foreach (var context in modules.Select(module => module.DbContextType).OfType<Type>().Distinct())
        {
            services.AddSingleton(OutboxContext.For(context, services));
        }

        services.AddSingleton<OutboxSignal>();
        services.AddSingleton<OutboxMetrics>();
        services.AddScoped<OutboxSession>();
        services.AddScoped<OutboxInterceptor>();
        services.AddSingleton(provider => new DatabaseMigrator(
            provider.GetRequiredService<NpgsqlDataSource>(),
            provider.GetRequiredService<IServiceScopeFactory>(),
            provider.GetServices<OutboxContext>(),
            provider.GetRequiredService<IOptions<MigratorOptions>>(),
            provider.GetRequiredService<TimeProvider>(),
            provider.GetRequiredService<ILogger<DatabaseMigrator>>()));
        services.AddSingleton<OutboxRedelivery>();
        services.AddSingleton<IOutboxRedelivery>(provider => provider.GetRequiredService<OutboxRedelivery>());
        services.AddSingleton<OutboxSweep>();
        services.AddSingleton<IPendingWork, UnconsumedMessages>();
        services.AddSingleton<IRecurringJob, DueTimers>();
        return services;
    }

    /// <summary>
    /// Leads the bus's messages through the outbox and the inbox of <paramref name="modules"/>. To be called inside
    /// AddMassTransit: the delivery registered here then starts after the bus and stops before it.
    /// </summary>
    public static void UsePostgresPersistence(this IBusRegistrationConfigurator bus, IReadOnlyCollection<IHubModule> modules)
    {
        bus.AddSingleton<SubscriptionRegistry>();
        bus.AddSingleton<SubscriptionStore>();
        bus.AddScoped(typeof(IOutboxContextFactory<>), typeof(InboxContextFactory<>));
        bus.ReplaceScoped<IScopedBusContextProvider<IBus>, OutboxBusContextProvider>();
        bus.AddScoped<IMessageScheduler>(provider =>
        {
            var topology = provider.GetRequiredService<IBus>().Topology;
            return new MessageScheduler(ActivatorUtilities.CreateInstance<TimerProvider>(provider, topology), topology);
        });
        bus.SetSagaRepositoryProvider(new SagaRepositoryProvider());
        bus.AddConfigureEndpointsCallback(new InboxEndpoints(modules).Configure);
        bus.AddReceiveObserver<DeadLetterObserver>();

        bus.AddSingleton<MessageSender>();
        bus.AddScoped<DeliveryBatch>();
        bus.AddHostedService<SubscriptionService>();
        bus.AddHostedService<OutboxListener>();
        bus.AddHostedService<OutboxAnnouncer>();
        bus.AddHostedService<OutboxHousekeeper>();
        bus.AddHostedService<OutboxDeliveryService>();
    }

    /// <summary>
    /// Watches whether the broker still holds what it was given, and has everything unfinished sent again when it does not: the outbox's
    /// messages, and what each registered <see cref="ITravellingWork"/> is about. To be called inside AddMassTransit.
    /// </summary>
    /// <typeparam name="TProbe">How to look at the broker.</typeparam>
    public static void WatchBroker<TProbe>(this IBusRegistrationConfigurator bus)
        where TProbe : class, IBrokerProbe
    {
        bus.AddSingleton<IBrokerProbe, TProbe>();
        bus.AddSingleton<ITravellingWork, TravellingMessages>();
        bus.AddSingleton<BrokerRecords>();
        bus.AddSingleton<BrokerMetrics>();
        bus.AddHostedService<BrokerWatch>();
    }
}
