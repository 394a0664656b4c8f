using Hub.Modules.Kernel;
using MassTransit;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Hub.Tests.Compliance.Persistence.Ledger;

internal sealed class LedgerModule : IHubModule
{
    public const string Exempt = "ledger-exempt";

    public string Name => "Ledger";

    public string EndpointPrefix => "ledger-";

    public Type? DbContextType => typeof(LedgerDbContext);

    public IReadOnlyCollection<string> EndpointsWithoutOutbox => [Exempt];

    public void AddServices(IServiceCollection services, IConfiguration configuration)
        => services.AddModuleDbContext<LedgerDbContext>(LedgerDbContext.Schema);

    public void AddMessaging(IBusRegistrationConfigurator bus, IConfiguration configuration)
    {
    }

    public void MapEndpoints(IEndpointRouteBuilder endpoints)
    {
    }
}
