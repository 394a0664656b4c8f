using FluentAssertions;
using Hub.Host.Messaging;
using Hub.Host.Startup;
using MassTransit;
using Microsoft.Extensions.DependencyInjection;

namespace Hub.Tests.Host.Messaging;

internal sealed class EndpointNamesTests
{
    [Test]
    public void Two_consumers_on_one_endpoint_stop_the_start()
    {
        var services = new ServiceCollection().AddMassTransit(bus =>
        {
            bus.AddConsumer<First, FirstDefinition>();
            bus.AddConsumer<Second, SecondDefinition>();
        });

        FluentActions.Invoking(() => EndpointNames.DemandUnique(services)).Should().Throw<HubStartException>()
            .WithMessage("*'shared-queue'*FirstDefinition and *SecondDefinition*");
    }

    [Test]
    public void One_consumer_for_each_endpoint_is_fine()
    {
        var services = new ServiceCollection().AddMassTransit(bus => bus.AddConsumer<First, FirstDefinition>());

        FluentActions.Invoking(() => EndpointNames.DemandUnique(services)).Should().NotThrow();
    }

    public sealed record Ping;

    public sealed class First : IConsumer<Ping>
    {
        public Task Consume(ConsumeContext<Ping> context) => Task.CompletedTask;
    }

    public sealed class Second : IConsumer<Ping>
    {
        public Task Consume(ConsumeContext<Ping> context) => Task.CompletedTask;
    }

    private sealed class FirstDefinition : ConsumerDefinition<First>
    {
        public FirstDefinition() => EndpointName = "shared-queue";
    }

    private sealed class SecondDefinition : ConsumerDefinition<Second>
    {
        public SecondDefinition() => EndpointName = "shared-queue";
    }
}
