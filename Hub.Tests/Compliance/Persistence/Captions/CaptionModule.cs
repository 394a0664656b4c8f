using Hub.Modules.Kernel;
using MassTransit;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Hub.Tests.Compliance.Persistence.Captions;

internal sealed class CaptionModule : IHubModule
{
    public string Name => "Caption";

    public string EndpointPrefix => "caption-";

    public Type? DbContextType => typeof(CaptionDbContext);

    public void AddServices(IServiceCollection services, IConfiguration configuration)
        => services.AddModuleDbContext<CaptionDbContext>(CaptionDbContext.Schema);

    public void AddMessaging(IBusRegistrationConfigurator bus, IConfiguration configuration)
    {
    }

    public void MapEndpoints(IEndpointRouteBuilder endpoints)
    {
    }
}
