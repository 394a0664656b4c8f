using Hub.Tests.Compliance.Brokers;
using Hub.Tests.Compliance.Transport.Messages;
using Hub.Tests.Support;
using MassTransit;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Hub.Tests.Compliance.Transport;

/// <summary>A bus on a broker: one host of a system.</summary>
internal sealed class BusUnderTest : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private readonly Broker _broker;
    private readonly ServiceProvider _services;
    private readonly AsyncServiceScope _scope;
    private readonly IBusControl _bus;
    private bool _stopped;

    private BusUnderTest(Broker broker, ServiceProvider services)
        => (_broker, _services, _scope, _bus) = (broker, services, services.CreateAsyncScope(), services.GetRequiredService<IBusControl>());

    public IServiceProvider Services => _services;

    public IBus Bus => _bus;

    public IMessageScheduler Scheduler => _scope.ServiceProvider.GetRequiredService<IMessageScheduler>();

    public BusHealthStatus Health => _bus.CheckHealth().Status;

    /// <exception cref="Exception">What the configuration is refused with.</exception>
    public static async Task<BusUnderTest> StartAsync(Broker broker, Action<IBusFactoryConfigurator> endpoints)
    {
        var services = new ServiceCollection()
            .AddLogging(logging => logging.AddProvider(new TestOutputLoggerProvider()).SetMinimumLevel(LogLevel.Warning))
            .AddMassTransit(bus =>
            {
                bus.DisableUsageTelemetry();
                broker.Use(bus, endpoints);
            })
            .BuildServiceProvider();
        try
        {
            var bus = new BusUnderTest(broker, services);
            using var patience = new CancellationTokenSource(Patience);
            await bus._bus.StartAsync(patience.Token);
            return bus;
        }
        catch
        {
            await services.DisposeAsync();
            throw;
        }
    }

    public Task PublishAsync<T>(T message, Action<PublishContext<T>>? with = null)
        where T : class
        => WithinPatienceAsync(patience => _bus.Publish(message, context => with?.Invoke(context), patience));

    public async Task SendAsync<T>(string queue, T message, Action<SendContext<T>>? with = null)
        where T : class
    {
        var endpoint = await _bus.GetSendEndpoint(_broker.AddressOf(queue));
        await WithinPatienceAsync(patience => endpoint.Send(message, context => with?.Invoke(context), patience));
    }

    /// <summary>Sends numbered messages one after the other.</summary>
    public async Task SendHandsAsync(string queue, int from, int count)
    {
        var endpoint = await _bus.GetSendEndpoint(_broker.AddressOf(queue));
        await WithinPatienceAsync(async patience =>
        {
            foreach (var number in Enumerable.Range(from, count))
                await endpoint.Send(new HandDealt(number), patience);
        });
    }

    /// <summary>Stops in order, which waits for what is at work.</summary>
    public async Task StopAsync()
    {
        if (_stopped)
            return;
        _stopped = true;
        using var patience = new CancellationTokenSource(Patience);
        await _bus.StopAsync(patience.Token);
    }

    public async ValueTask DisposeAsync()
    {
        if (!_stopped)
        {
            _stopped = true;
            using var shortly = new CancellationTokenSource(TimeSpan.FromSeconds(10));
            await _bus.StopAsync(shortly.Token);
        }

        await _scope.DisposeAsync();
        await _services.DisposeAsync();
    }

    /// <summary>A broker that takes no messages is found out, not waited for.</summary>
    private static async Task WithinPatienceAsync(Func<CancellationToken, Task> work)
    {
        using var patience = new CancellationTokenSource(Patience);
        await work(patience.Token);
    }
}
