using Hub.Tests.Support.Servers;
using RabbitMQ.Client;

namespace Hub.Tests.Compliance.TransportFaults.Brokers;

/// <inheritdoc />
internal sealed class FaultyRabbitMq : FaultyBroker
{
    private readonly PrivateRabbitMq _node;

    private FaultyRabbitMq(PrivateRabbitMq node) => _node = node;

    public override BusSettings Bus => new() { Broker = BrokerKind.RabbitMq, ConnectionString = _node.AddressOf("/").ToString() };

    public static async Task<FaultyRabbitMq> StartAsync() => new(await PrivateRabbitMq.StartAsync(CancellationToken.None));

    /// <inheritdoc />
    /// <remarks>It counts those that wait; the unanswered ones wait again as soon as their consumer is gone.</remarks>
    public override async Task<long> UnsettledAsync(string queue)
    {
        var factory = new ConnectionFactory { Uri = _node.AddressOf("/") };
        await using var connection = await factory.CreateConnectionAsync();
        await using var channel = await connection.CreateChannelAsync();
        return await channel.MessageCountAsync(queue);
    }

    public override ValueTask DisposeAsync() => _node.DisposeAsync();
}
