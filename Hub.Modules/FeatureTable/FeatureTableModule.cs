using Hub.Modules.Kernel;
using MassTransit;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Hub.Modules.FeatureTable;

/// <summary>What the FeatureTable module registers, listens to and maps.</summary>
public sealed class FeatureTableModule : IHubModule
{
    /// <inheritdoc />
    public string Name => "FeatureTable";

    /// <inheritdoc />
    public string EndpointPrefix => "feature-table-";

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
