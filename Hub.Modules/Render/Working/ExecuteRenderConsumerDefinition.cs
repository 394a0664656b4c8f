using Hub.Modules.Render.Leases;
using MassTransit;
using Microsoft.Extensions.DependencyInjection;

namespace Hub.Modules.Render.Working;

internal sealed class ExecuteRenderConsumerDefinition : ConsumerDefinition<ExecuteRenderConsumer>
{
    public const string QueueName = "render-execute";

    public ExecuteRenderConsumerDefinition() => EndpointName = QueueName;

    protected override void ConfigureConsumer(
        IReceiveEndpointConfigurator endpointConfigurator, IConsumerConfigurator<ExecuteRenderConsumer> consumerConfigurator, IRegistrationContext context)
    {
        // No read-ahead: a ticket that waits here could be worked on elsewhere.
        var slots = context.GetRequiredService<WorkerIdentity>().Slots;
        endpointConfigurator.PrefetchCount = slots;
        endpointConfigurator.ConcurrentMessageLimit = slots;
    }
}
