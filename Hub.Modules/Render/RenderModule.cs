using Hub.Modules.Kernel;
using MassTransit;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Hub.Modules.Render;

/// <summary>What the Render module registers, listens to and maps.</summary>
public sealed class RenderModule : IHubModule
{
    /// <inheritdoc />
    public string Name => "Render";

    /// <inheritdoc />
    public string EndpointPrefix => "render-";

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
