using System.Collections.Concurrent;

namespace Hub.Adapters.Persistence.Postgres.Subscriptions;

/// <summary>The consumers of this host that have an inbox, as MassTransit configured them while it built the bus.</summary>
internal sealed class SubscriptionRegistry
{
    private readonly ConcurrentDictionary<Guid, Subscription> _subscriptions = [];

    public IReadOnlyCollection<Subscription> All => [.. _subscriptions.Values];

    public void Add(Subscription subscription) => _subscriptions[subscription.ConsumerId] = subscription;

    /// <summary>
    /// The consumers of <paramref name="messageType"/> on an endpoint: the one named, or all of them when a failure is not
    /// reported under a consumer's name (as when the commit fails).
    /// </summary>
    public IReadOnlyList<Guid> Find(string endpoint, string messageType, string consumer)
    {
        var candidates = _subscriptions.Values.Where(subscription => subscription.Endpoint == endpoint && subscription.MessageType == messageType).ToList();
        var named = candidates.Where(subscription => subscription.Consumer == consumer).ToList();
        return [.. (named.Count > 0 ? named : candidates).Select(subscription => subscription.ConsumerId)];
    }
}
