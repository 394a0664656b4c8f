using MassTransit;

namespace Hub.Tests.Compliance.Brokers;

/// <summary>A corner of a transport's server that only one test sees. Buses on the same corner are hosts of one system.</summary>
internal abstract class Broker : IAsyncDisposable
{
    /// <summary>How long a message stays with a consumer that gives no sign of life, where that is a matter of time.</summary>
    public TimeSpan Lock { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>How long a temporary queue outlives its last reader, where that is a matter of time.</summary>
    public TimeSpan TemporaryQueueLifetime { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>Finds this corner from another process, by <see cref="At"/>.</summary>
    public abstract string Address { get; }

    public static Broker At(string address) => address switch
    {
        InMemoryBroker.Anywhere => new InMemoryBroker(),
        _ when address.StartsWith("amqp:", StringComparison.Ordinal) => new RabbitMqBroker(new Uri(address)),
        _ => RedisBroker.Parse(address),
    };

    /// <summary>Puts a bus here, with the endpoints of its consumers and what <paramref name="configure"/> adds.</summary>
    public abstract void Use(IBusRegistrationConfigurator bus, Action<IBusFactoryConfigurator> configure);

    /// <summary>Where messages for an endpoint that is there are sent to.</summary>
    public virtual Uri AddressOf(string queue) => new($"queue:{queue}");

    /// <summary>Makes messages of these types reach subscribers of their interfaces even when they are published by address, as an outbox does.</summary>
    public virtual void Publishes(IBusFactoryConfigurator factory, params Type[] messages)
    {
    }

    /// <summary>Has an endpoint tell urgent messages from others, where that has to be asked for.</summary>
    public virtual void TellsUrgent(IReceiveEndpointConfigurator endpoint)
    {
    }

    public virtual void MakeUrgent(SendContext context) => throw new NotSupportedException();

    /// <summary>Lets a message be begun <paramref name="count"/> times.</summary>
    public virtual void LimitDeliveries(IReceiveEndpointConfigurator endpoint, int count) => throw new NotSupportedException();

    /// <summary>Names of all queues there are.</summary>
    public virtual Task<IReadOnlyList<string>> QueuesAsync() => throw new NotSupportedException();

    public virtual ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
