using Hub.Modules.Kernel;
using Hub.Modules.Monitoring.AsInV1;
using Hub.Modules.Monitoring.Page;
using Hub.Modules.Monitoring.ShowStatus;
using MassTransit;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Hub.Modules.Monitoring;

/// <summary>The status page, v1's monitor, and what both are made of. Reads what the other modules publish about themselves.</summary>
public sealed class MonitoringModule : IHubModule
{
    /// <inheritdoc />
    public string Name => "Monitoring";

    /// <inheritdoc />
    public string EndpointPrefix => "monitoring-";

    /// <inheritdoc />
    public Type? DbContextType => null;

    /// <inheritdoc />
    public void AddServices(IServiceCollection services, IConfiguration configuration)
    {
    }

    /// <inheritdoc />
    public void AddMessaging(IBusRegistrationConfigurator bus, IConfiguration configuration)
    {
    }

    /// <inheritdoc />
    public void MapEndpoints(IEndpointRouteBuilder endpoints)
    {
        HealthEndpoint.Map(endpoints);
        StatsEndpoint.Map(endpoints);
        StatusEndpoint.Map(endpoints);
        PageEndpoints.Map(endpoints);
    }
}
