using MassTransit;

namespace Hub.Tests.Compliance.Brokers;

/// <summary>Every bus is a world of its own.</summary>
internal sealed class InMemoryBroker : Broker
{
    public const string Anywhere = "InMemory";

    public override string Address => Anywhere;

    public override void Use(IBusRegistrationConfigurator bus, Action<IBusFactoryConfigurator> configure)
    {
        bus.AddDelayedMessageScheduler();
        bus.UsingInMemory((context, factory) =>
        {
            factory.UseDelayedMessageScheduler();
            configure(factory);
            factory.ConfigureEndpoints(context);
        });
    }
}
