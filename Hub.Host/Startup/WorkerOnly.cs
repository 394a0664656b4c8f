using Hub.Host.Database;
using Hub.Host.Messaging;

namespace Hub.Host.Startup;

/// <summary>What a host that only renders cannot do without.</summary>
internal static class WorkerOnly
{
    /// <exception cref="HubStartException">It would never get any work.</exception>
    public static void Demand(IConfiguration configuration, Transport transport)
    {
        if (HubDatabase.IsEmbedded(configuration))
            throw new HubStartException($"{HubDatabase.Key}: a host that only renders needs the database of the hub that it renders for.");
        if (transport.Kind == TransportKind.InMemory)
            throw new HubStartException("ConnectionStrings:Redis: a host that only renders gets its work through the broker of the hub that it renders for. Name it (or ConnectionStrings:RabbitMq); Messaging:Transport=InMemory reaches no other process.");
    }
}
