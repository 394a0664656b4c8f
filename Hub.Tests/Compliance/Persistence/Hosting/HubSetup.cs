using MassTransit;
using Microsoft.Extensions.DependencyInjection;

namespace Hub.Tests.Compliance.Persistence.Hosting;

/// <summary>What a test wants different about its host.</summary>
internal sealed class HubSetup
{
    public Action<IBusRegistrationConfigurator> Consumers { get; init; } = _ => { };

    public Action<IServiceCollection> Services { get; init; } = _ => { };

    /// <summary>Outbox options by name.</summary>
    public IReadOnlyDictionary<string, string> Options { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>False for a host that stores messages and never hands them over.</summary>
    public bool Delivers { get; init; } = true;

    /// <summary>False for a host that does not tell the others that it has stored messages.</summary>
    public bool Announces { get; init; } = true;
}
