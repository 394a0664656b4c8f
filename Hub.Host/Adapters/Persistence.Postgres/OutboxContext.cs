using Hub.Adapters.Persistence.Postgres.Model;
using Hub.Adapters.Persistence.Postgres.Outbox;
using MassTransit;
using MassTransit.Configuration;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Internal;
using Microsoft.Extensions.DependencyInjection;

namespace Hub.Adapters.Persistence.Postgres;

/// <summary>One module's DbContext, with what the outbox has to do for it.</summary>
internal abstract class OutboxContext
{
    public abstract Type ContextType { get; }

    public static OutboxContext For(Type contextType, IServiceCollection services)
        => (OutboxContext)Activator.CreateInstance(typeof(OutboxContext<>).MakeGenericType(contextType), services)!;

    /// <summary>Refuses a registration that would lose messages without an error.</summary>
    public abstract void Check();

    /// <summary>Makes the consumers of an endpoint consume in a transaction of this context.</summary>
    public abstract void AttachInbox(IReceiveEndpointConfigurator endpoint, IRegistrationContext context);
}

/// <inheritdoc />
internal sealed class OutboxContext<TDbContext> : OutboxContext
    where TDbContext : DbContext
{
    private readonly IServiceCollection _services;

    public OutboxContext(IServiceCollection services)
    {
        _services = services;
        services.ConfigureDbContext<TDbContext>(
            (provider, options) => options
                .AddInterceptors(provider.GetRequiredService<OutboxInterceptor>())
                .ReplaceService<IModelCustomizer, OutboxModelCustomizer>(),
            ServiceLifetime.Scoped);
    }

    public override Type ContextType => typeof(TDbContext);

    public override void Check()
    {
        var options = _services.LastOrDefault(service => service.ServiceType == typeof(DbContextOptions<TDbContext>))
            ?? throw new InvalidOperationException($"{typeof(TDbContext).Name} is not registered. Register it with AddModuleDbContext.");
#pragma warning disable EF1001 // There is no public sign of a pool.
        var isPooled = _services.Any(service => service.ServiceType == typeof(IDbContextPool<TDbContext>));
#pragma warning restore EF1001
        if (isPooled || options.Lifetime == ServiceLifetime.Singleton)
        {
            throw new InvalidOperationException($"{typeof(TDbContext).Name} is pooled, or comes from a factory, or has singleton options: its saves would not see the scope's messages, which would be lost. Register it with AddModuleDbContext.");
        }
    }

    public override void AttachInbox(IReceiveEndpointConfigurator endpoint, IRegistrationContext context)
    {
        var observer = new OutboxConsumePipeSpecificationObserver<TDbContext>(endpoint, context);
        endpoint.ConnectConsumerConfigurationObserver(observer);
        endpoint.ConnectSagaConfigurationObserver(observer);
    }
}
