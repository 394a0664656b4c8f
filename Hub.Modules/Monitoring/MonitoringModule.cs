using Hub.Modules.Kernel;
using Hub.Modules.Monitoring.Alerts;
using Hub.Modules.Monitoring.Alerts.Api;
using Hub.Modules.Monitoring.Alerts.Clips;
using Hub.Modules.Monitoring.AsInV1;
using Hub.Modules.Monitoring.Page;
using Hub.Modules.Monitoring.Persistence;
using Hub.Modules.Monitoring.ShowStatus;
using MassTransit;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Hub.Modules.Monitoring;

/// <summary>The status page, v1's monitor, and alerts. Reads what the other modules publish about themselves.</summary>
public sealed class MonitoringModule : IHubModule
{
    /// <inheritdoc />
    public string Name => "Monitoring";

    /// <inheritdoc />
    public string EndpointPrefix => "monitoring-";

    /// <inheritdoc />
    public Type? DbContextType => typeof(MonitoringDbContext);

    /// <inheritdoc />
    public void AddServices(IServiceCollection services, IConfiguration configuration)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddModuleDbContext<MonitoringDbContext>(MonitoringDbContext.Schema);
        services.AddAlerts(configuration);
    }

    /// <inheritdoc />
    public void AddMessaging(IBusRegistrationConfigurator bus, IConfiguration configuration)
    {
        bus.AddConsumer<AlertRaisedConsumer, AlertRaisedConsumerDefinition>();
        bus.AddConsumer<AlertResolvedConsumer, AlertResolvedConsumerDefinition>();
        bus.AddConsumer<RenderFailedConsumer, RenderFailedConsumerDefinition>();
        bus.AddConsumer<RenderAttemptLostConsumer, RenderAttemptLostConsumerDefinition>();
    }

    /// <inheritdoc />
    public void MapEndpoints(IEndpointRouteBuilder endpoints)
    {
        HealthEndpoint.Map(endpoints);
        StatsEndpoint.Map(endpoints);
        StatusEndpoint.Map(endpoints);
        AlertEndpoints.Map(endpoints);
        PageEndpoints.Map(endpoints);
    }
}
