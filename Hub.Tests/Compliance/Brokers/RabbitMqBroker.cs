using Hub.Tests.Support.Servers;
using MassTransit;

namespace Hub.Tests.Compliance.Brokers;

/// <summary>A virtual host of the run's RabbitMQ.</summary>
internal sealed class RabbitMqBroker(Uri address) : Broker
{
    private const byte Urgent = 4;

    public override string Address => address.AbsoluteUri;

    private string VirtualHost => address.AbsolutePath[1..];

    public static async Task<Broker> OpenAsync() => new RabbitMqBroker(await TestRabbitMq.CreateVirtualHostAsync());

    public override void Use(IBusRegistrationConfigurator bus, Action<IBusFactoryConfigurator> configure)
        => bus.UsingRabbitMq((context, factory) =>
        {
            var login = address.UserInfo.Split(':');
            factory.Host(address.Host, (ushort)address.Port, VirtualHost, host =>
            {
                host.Username(login[0]);
                host.Password(login[1]);
            });
            configure(factory);
            factory.ConfigureEndpoints(context);
        });

    /// <summary>The endpoint's exchange: a sender to a queue would declare it, without the arguments that its owner gave it.</summary>
    public override Uri AddressOf(string queue) => new($"exchange:{queue}");

    public override void Publishes(IBusFactoryConfigurator factory, params Type[] messages)
    {
        factory.DeployPublishTopology = true;
        ((IRabbitMqBusFactoryConfigurator)factory).AddPublishMessageTypes(messages);
    }

    public override void TellsUrgent(IReceiveEndpointConfigurator endpoint) => ((IRabbitMqReceiveEndpointConfigurator)endpoint).EnablePriority(Urgent);

    public override void MakeUrgent(SendContext context) => RabbitMqSendContextExtensions.SetPriority(context, Urgent);

    public override async Task<IReadOnlyList<string>> QueuesAsync() => await TestRabbitMq.QueuesAsync(VirtualHost);

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        await TestRabbitMq.DeleteVirtualHostAsync(VirtualHost);
    }
}
