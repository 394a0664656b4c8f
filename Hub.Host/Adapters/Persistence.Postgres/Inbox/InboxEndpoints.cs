using Hub.Adapters.Persistence.Postgres.Subscriptions;
using Hub.Modules.Kernel;
using MassTransit;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Hub.Adapters.Persistence.Postgres.Inbox;

/// <summary>Gives every receive endpoint retries and the inbox of the module it belongs to, unless the module exempts it.</summary>
internal sealed class InboxEndpoints(IReadOnlyCollection<IHubModule> modules)
{
    private static readonly TimeSpan[] DefaultRetries = [TimeSpan.FromMilliseconds(100), TimeSpan.FromMilliseconds(500), TimeSpan.FromSeconds(2)];

    /// <summary>Long enough for a database server to restart.</summary>
    private static readonly TimeSpan[] OutageRetries = [.. new[] { 0.1, 0.5, 1, 2, 5, 10, 10, 10 }.Select(TimeSpan.FromSeconds)];

    public void Configure(IRegistrationContext context, string name, IReceiveEndpointConfigurator endpoint)
    {
        var module = modules.FirstOrDefault(module => name.StartsWith(module.EndpointPrefix, StringComparison.Ordinal))
            ?? throw new ConfigurationException($"Endpoint '{name}' belongs to no module. Its consumer definition must give it a name that starts with one of: {string.Join(", ", modules.Select(module => module.EndpointPrefix))}");
        if (module.EndpointsWithoutOutbox.Contains(name))
        {
            return;
        }

        var database = context.GetServices<OutboxContext>().FirstOrDefault(candidate => candidate.ContextType == module.DbContextType)
            ?? throw new ConfigurationException($"Endpoint '{name}' needs an inbox, but module {module.Name} has no DbContext.");

        // Before the inbox, so that each attempt has a scope, a DbContext and a transaction of its own.
        var intervals = context.GetRequiredService<IOptions<OutboxOptions>>().Value.RetryIntervals;
        endpoint.UseMessageRetry(retry => retry.Intervals(OutageRetries).Handle<Exception>(TransientFailure.Is));
        endpoint.UseMessageRetry(retry => retry.Intervals(intervals.Count > 0 ? [.. intervals] : DefaultRetries).Ignore<Exception>(TransientFailure.Is));

        database.AttachInbox(endpoint, context);
        var subscriptions = new SubscriptionObserver(endpoint, context.GetRequiredService<SubscriptionRegistry>());
        endpoint.ConnectConsumerConfigurationObserver(subscriptions);
        endpoint.ConnectSagaConfigurationObserver(subscriptions);
    }
}
