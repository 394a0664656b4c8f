using System.Collections.Concurrent;
using MassTransit;
using MassTransit.Configuration;
using MassTransit.SqlTransport.Topology;

namespace Hub.Adapters.Messaging.Redis.Topology;

/// <summary>
/// Knows which topics a topic leads to: those of the interfaces and base classes of its message type. The engine declares only one of them for
/// each topic (MassTransit 8.5: it takes two subscriptions of one topic for the same), so a message with two would not reach everybody.
/// </summary>
internal sealed class PublishedTypes : IPublishTopologyConfigurationObserver
{
    private readonly ConcurrentDictionary<string, ISqlMessagePublishTopology> _types = new(StringComparer.Ordinal);

    public void MessageTopologyCreated<T>(IMessagePublishTopologyConfigurator<T> configurator)
        where T : class
    {
        if (configurator is ISqlMessagePublishTopology<T> type)
            _types[type.Topic.TopicName] = type;
    }

    /// <summary>The subscriptions from <paramref name="topic"/> upwards.</summary>
    public IReadOnlyList<Declaration> SubscriptionsOf(string topic)
    {
        if (!_types.TryGetValue(topic, out var type))
            return [];
        var recorder = new Recorder();
        type.Apply(recorder);
        return recorder.Subscriptions;
    }

    private sealed class Recorder : PublishEndpointBrokerTopologyBuilder, IPublishEndpointBrokerTopologyBuilder
    {
        public List<Declaration> Subscriptions { get; } = [];

        TopicSubscriptionHandle IBrokerTopologyBuilder.CreateTopicSubscription(TopicHandle source, TopicHandle destination, SqlSubscriptionType subscriptionType, string? routingKey)
        {
            Subscriptions.Add(Declaration.TopicOfTopic(source.Topic.TopicName, destination.Topic.TopicName));
            return CreateTopicSubscription(source, destination, subscriptionType, routingKey);
        }
    }
}
