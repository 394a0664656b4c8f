using Hub.Tests.Support.Servers;
using RabbitMQ.Client;

namespace Hub.Tests.Compliance.TransportFaults.Brokers;

/// <summary>A virtual host of the run's RabbitMQ: the faults befall its consumers only.</summary>
internal sealed class FaultyRabbitMq : FaultyBroker
{
    private readonly Uri _address;

    private FaultyRabbitMq(Uri address) => _address = address;

    public override BusSettings Bus => new() { Broker = BrokerKind.RabbitMq, ConnectionString = _address.AbsoluteUri };

    public static async Task<FaultyRabbitMq> StartAsync() => new(await TestRabbitMq.CreateVirtualHostAsync());

    /// <inheritdoc />
    /// <remarks>It counts those that wait; the unanswered ones wait again as soon as their consumer is gone.</remarks>
    public override async Task<long> UnsettledAsync(string queue)
    {
        var factory = new ConnectionFactory { Uri = _address };
        await using var connection = await factory.CreateConnectionAsync();
        await using var channel = await connection.CreateChannelAsync();
        return await channel.MessageCountAsync(queue);
    }

    public override async ValueTask DisposeAsync() => await TestRabbitMq.DeleteVirtualHostAsync(_address.AbsolutePath[1..]);
}
