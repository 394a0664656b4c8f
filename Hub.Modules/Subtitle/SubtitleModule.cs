using Hub.Modules.Kernel;
using MassTransit;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Hub.Modules.Subtitle;

/// <summary>What the Subtitle module registers, listens to and maps.</summary>
public sealed class SubtitleModule : IHubModule
{
    /// <inheritdoc />
    public string Name => "Subtitle";

    /// <inheritdoc />
    public string EndpointPrefix => "subtitle-";

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
