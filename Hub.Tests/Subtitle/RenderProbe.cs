using System.Collections.Concurrent;
using Hub.Contracts.Render;
using Hub.Modules.Kernel;
using MassTransit;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Hub.Tests.Subtitle;

/// <summary>Stands in for the Render module: has an inbox like it, and keeps what it is asked for by message.</summary>
internal sealed class RenderProbe(ConcurrentDictionary<Guid, RequestRender> requests) : IHubModule
{
    public string Name => "Render";

    public string EndpointPrefix => "render-";

    public Type DbContextType => typeof(ProbeDbContext);

    public void AddServices(IServiceCollection services, IConfiguration configuration)
        => services.AddSingleton(requests).AddModuleDbContext<ProbeDbContext>("probe");

    public void AddMessaging(IBusRegistrationConfigurator bus, IConfiguration configuration) => bus.AddConsumer<Consumer, Definition>();

    public void MapEndpoints(IEndpointRouteBuilder endpoints)
    {
    }

    internal sealed class ProbeDbContext(DbContextOptions<ProbeDbContext> options) : DbContext(options);

    internal sealed class Consumer(ConcurrentDictionary<Guid, RequestRender> requests) : IConsumer<RequestRender>
    {
        public Task Consume(ConsumeContext<RequestRender> context)
        {
            requests[context.MessageId!.Value] = context.Message;
            return Task.CompletedTask;
        }
    }

    internal sealed class Definition : ConsumerDefinition<Consumer>
    {
        public Definition() => EndpointName = "render-request-render";
    }
}
