using Hub.Modules.Kernel;
using MassTransit;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Hub.Modules.Monitoring;

/// <summary>What the Monitoring module registers, listens to and maps.</summary>
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
    }
}
