using Hub.Adapters.Messaging.Redis;
using MassTransit;

namespace Hub.Tests.Compliance.TransportFaults.Brokers;

/// <summary>How a process reaches the broker; travels to child processes in a file.</summary>
internal sealed record BusSettings
{
    public required BrokerKind Broker { get; init; }

    public required string ConnectionString { get; init; }

    /// <summary>Short, so that a message of a dead process is soon somebody else's; longer than a living one starves on a busy machine.</summary>
    public TimeSpan LockDuration { get; init; } = TimeSpan.FromSeconds(4);

    /// <summary>Longer than any test waits for a message: what only a poll would find is found missing.</summary>
    public TimeSpan PollingInterval { get; init; } = TimeSpan.FromSeconds(30);

    public TimeSpan OperationTimeout { get; init; } = TimeSpan.FromSeconds(5);

    public int DeliveryLimit { get; init; } = 10;

    public void Use(IBusRegistrationConfigurator bus)
    {
        bus.DisableUsageTelemetry();
        if (Broker == BrokerKind.RabbitMq)
        {
            bus.UsingRabbitMq((context, configurator) =>
            {
                configurator.Host(new Uri(ConnectionString));
                configurator.ConfigureEndpoints(context);
            });
            return;
        }

        var settings = new RedisStreamsSettings
        {
            ConnectionString = ConnectionString,
            Prefix = "faults",
            LockDuration = LockDuration,
            PollingInterval = PollingInterval,
            OperationTimeout = OperationTimeout,
            DeliveryLimit = DeliveryLimit,
        };
        bus.UsingRedisStreams(settings, (context, configurator) => configurator.ConfigureEndpoints(context));
    }
}
