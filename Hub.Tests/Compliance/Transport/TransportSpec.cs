using Hub.Tests.Compliance.Brokers;
using Hub.Tests.Compliance.Transport.Messages;
using MassTransit;

namespace Hub.Tests.Compliance.Transport;

/// <summary>A broker per test and words for what the specs say about it.</summary>
internal abstract class TransportSpec(TransportUnderTest transport)
{
    private readonly List<BusUnderTest> _buses = [];

    protected TransportUnderTest Transport => transport;

    protected Broker Broker { get; private set; } = null!;

    [SetUp]
    public async Task OpenBrokerAsync() => Broker = await transport.OpenAsync();

    [TearDown]
    public async Task CloseBrokerAsync()
    {
        foreach (var bus in _buses)
            await bus.DisposeAsync();
        _buses.Clear();
        if (Broker is not null)
            await Broker.DisposeAsync();
    }

    /// <summary>A bus that goes with the test.</summary>
    protected async Task<BusUnderTest> StartBusAsync(Action<IBusFactoryConfigurator> endpoints)
    {
        var bus = await BusUnderTest.StartAsync(Broker, endpoints);
        _buses.Add(bus);
        return bus;
    }

    protected Task<BusUnderTest> StartBusAsync() => StartBusAsync(_ => { });

    /// <summary>An endpoint that notes the numbers of hands.</summary>
    protected static Action<IReceiveEndpointConfigurator> Notes(Seen<int> seen) => endpoint => endpoint.Handler<HandDealt>(context =>
    {
        seen.Add(context.Message.Number);
        return Task.CompletedTask;
    });

    /// <summary>One message after the other, none ahead, so that the last one seen is the last one there was.</summary>
    protected static void OneByOne(IReceiveEndpointConfigurator endpoint)
    {
        endpoint.ConcurrentMessageLimit = 1;
        endpoint.PrefetchCount = 1;
    }
}
