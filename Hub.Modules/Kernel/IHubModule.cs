using MassTransit;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Hub.Modules.Kernel;

/// <summary>
/// A module: a part of the system that owns its tables, its endpoints and its message consumers, and talks to the others
/// by messages only. The only public type of its project implements this; the host lists the modules explicitly.
/// </summary>
public interface IHubModule
{
    /// <summary>Name in <c>Modules:&lt;Name&gt;:Enabled</c>.</summary>
    string Name { get; }

    /// <summary>Prefix of every receive endpoint of the module, in kebab case, with the dash: <c>feature-table-</c>.</summary>
    string EndpointPrefix { get; }

    /// <summary>The module's DbContext, or null when it stores nothing.</summary>
    Type? DbContextType { get; }

    /// <summary>
    /// Receive endpoints that consume without outbox and inbox, and settle by conditions in their own statements instead.
    /// An architecture test lists the only one allowed.
    /// </summary>
    IReadOnlyCollection<string> EndpointsWithoutOutbox => [];

    /// <summary>Registers options, stores and background services.</summary>
    void AddServices(IServiceCollection services, IConfiguration configuration);

    /// <summary>Registers consumers and sagas.</summary>
    void AddMessaging(IBusRegistrationConfigurator bus, IConfiguration configuration);

    /// <summary>Maps the module's slice of the HTTP API.</summary>
    void MapEndpoints(IEndpointRouteBuilder endpoints);
}
