using MassTransit;

namespace Hub.Tests.Compliance.TransportFaults.Consumers;

/// <inheritdoc />
internal sealed class WorkConsumerDefinition : ConsumerDefinition<WorkConsumer>
{
    private readonly ConsumerSettings _settings;

    public WorkConsumerDefinition(ConsumerSettings settings)
    {
        _settings = settings;
        EndpointName = settings.Queue;
        ConcurrentMessageLimit = settings.Concurrency;
    }

    protected override void ConfigureConsumer(IReceiveEndpointConfigurator endpointConfigurator, IConsumerConfigurator<WorkConsumer> consumerConfigurator, IRegistrationContext context)
        => endpointConfigurator.PrefetchCount = _settings.Prefetch;
}
