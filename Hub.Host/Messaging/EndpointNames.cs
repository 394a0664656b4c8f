using Hub.Host.Startup;
using MassTransit;

namespace Hub.Host.Messaging;

/// <summary>Two consumers on one endpoint would steal each other's messages without an error; so that is one.</summary>
internal static class EndpointNames
{
    /// <exception cref="HubStartException">Two consumers have one endpoint.</exception>
    public static void DemandUnique(IServiceCollection services)
    {
        var shared = services
            .Select(service => service.ImplementationType ?? service.ServiceType)
            .Where(type => type is { IsAbstract: false } && type.IsAssignableTo(typeof(IConsumerDefinition)))
            .Distinct()
            .Select(type => (Type: type, Name: ((IConsumerDefinition)Activator.CreateInstance(type, nonPublic: true)!).GetEndpointName(DefaultEndpointNameFormatter.Instance)))
            .GroupBy(definition => definition.Name, StringComparer.Ordinal)
            .FirstOrDefault(group => group.Count() > 1);
        if (shared is not null)
            throw new HubStartException($"Messaging: endpoint '{shared.Key}' is claimed by {string.Join(" and ", shared.Select(definition => definition.Type.FullName))}. Each consumer definition needs a name of its own.");
    }
}
