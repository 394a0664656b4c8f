using Hub.Adapters.EmbeddedRedis;
using Hub.Tests.Compliance.Brokers;
using Hub.Tests.Compliance.Transport.Messages;
using Hub.Tests.Support.Servers;
using MassTransit;
using StackExchange.Redis;

namespace Hub.Tests.Compliance.Transport.Redis;

/// <summary>A Redis of the test's own, with the test as its second client.</summary>
internal abstract class RedisSpec
{
    private readonly List<BusUnderTest> _buses = [];

    protected EmbeddedRedisServer Server { get; private set; } = null!;

    protected RedisBroker Broker { get; private set; } = null!;

    /// <summary>The test's own connection; it may do anything.</summary>
    protected IConnectionMultiplexer Redis { get; private set; } = null!;

    [SetUp]
    public async Task StartServerAsync()
    {
        Server = await TestRedis.StartOwnAsync();
        Broker = new RedisBroker(Server.ConnectionString, TestRedis.NewPrefix());
        Redis = await ConnectionMultiplexer.ConnectAsync($"{Server.ConnectionString},allowAdmin=true");
    }

    [TearDown]
    public async Task StopServerAsync()
    {
        foreach (var bus in _buses)
            await bus.DisposeAsync();
        _buses.Clear();
        if (Redis is not null)
            await Redis.DisposeAsync();
        if (Server is not null)
            await TestRedis.EndAsync(Server);
    }

    protected async Task<BusUnderTest> StartBusAsync(Action<IBusFactoryConfigurator> endpoints)
    {
        var bus = await BusUnderTest.StartAsync(Broker, endpoints);
        _buses.Add(bus);
        return bus;
    }

    protected async Task<string> AskAsync(params string[] command) => (await Redis.GetDatabase().ExecuteAsync(command[0], command[1..])).ToString();

    /// <summary>One line of what INFO says.</summary>
    protected async Task<string> InfoAsync(string section, string name)
        => (await AskAsync("INFO", section)).Split('\n', StringSplitOptions.TrimEntries).First(line => line.StartsWith(name + ':', StringComparison.Ordinal))[(name.Length + 1)..];

    protected static Action<IReceiveEndpointConfigurator> Notes(Seen<int> seen) => endpoint => endpoint.Handler<HandDealt>(context =>
    {
        seen.Add(context.Message.Number);
        return Task.CompletedTask;
    });
}
