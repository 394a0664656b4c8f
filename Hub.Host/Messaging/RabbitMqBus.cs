using MassTransit;

namespace Hub.Host.Messaging;

/// <summary>Puts the bus on RabbitMQ. Its queues are durable and its messages persistent.</summary>
internal static class RabbitMqBus
{
    public static void Use(IBusRegistrationConfigurator bus, RabbitMqAddress address) => bus.UsingRabbitMq((context, factory) =>
    {
        factory.Host(address.Host, address.Port, address.VirtualHost, host =>
        {
            host.Username(address.Username);
            host.Password(address.Password);
            if (address.Tls)
                host.UseSsl(tls => tls.ServerName = address.Host);
        });
        PublishTopology.Deploy(factory);
        factory.ConfigureEndpoints(context);
    });
}
