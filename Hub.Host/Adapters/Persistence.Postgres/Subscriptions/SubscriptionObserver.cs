using MassTransit;
using MassTransit.JobService;
using MassTransit.Transports;

namespace Hub.Adapters.Persistence.Postgres.Subscriptions;

/// <summary>Notes each consumer and saga event that MassTransit configures on an endpoint with an inbox.</summary>
internal sealed class SubscriptionObserver(IReceiveEndpointConfigurator configurator, SubscriptionRegistry registry) : IConsumerConfigurationObserver, ISagaConfigurationObserver
{
    public void ConsumerConfigured<TConsumer>(IConsumerConfigurator<TConsumer> configurator)
        where TConsumer : class
    {
    }

    public void ConsumerMessageConfigured<TConsumer, TMessage>(IConsumerMessageConfigurator<TConsumer, TMessage> configurator)
        where TConsumer : class
        where TMessage : class
        => Add<TConsumer, TMessage>();

    public void SagaConfigured<TSaga>(ISagaConfigurator<TSaga> configurator)
        where TSaga : class, ISaga
    {
    }

    public void StateMachineSagaConfigured<TInstance>(ISagaConfigurator<TInstance> configurator, SagaStateMachine<TInstance> stateMachine)
        where TInstance : class, ISaga, SagaStateMachineInstance
    {
    }

    public void SagaMessageConfigured<TSaga, TMessage>(ISagaMessageConfigurator<TSaga, TMessage> configurator)
        where TSaga : class, ISaga
        where TMessage : class
        => Add<TSaga, TMessage>();

    private void Add<TConsumer, TMessage>()
        where TConsumer : class
        where TMessage : class
    {
        // The same name, from the same place, as MassTransit's inbox filter takes it: it is part of the consumer's id.
        var endpoint = configurator.InputAddress.GetEndpointName()!;
        if (typeof(TMessage).IsGenericType && typeof(TMessage).GetGenericTypeDefinition() == typeof(Batch<>))
        {
            throw new ConfigurationException($"{TypeCache<TConsumer>.ShortName} consumes batches: the inbox works message by message. Consume single messages, or list the endpoint '{endpoint}' as one without outbox.");
        }

        registry.Add(new Subscription
        {
            ConsumerId = JobMetadataCache<TConsumer, TMessage>.GenerateJobTypeId(endpoint),
            MessageType = MessageUrn.ForTypeString<TMessage>(),
            Endpoint = endpoint,
            Consumer = TypeCache<TConsumer>.ShortName,
        });
    }
}
