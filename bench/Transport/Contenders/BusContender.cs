using MassTransit;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Hub.Bench.Transport.Contenders;

/// <summary>A bus of MassTransit's on one of its transports.</summary>
internal sealed class BusContender : IContender
{
    private readonly IHost _host;
    private readonly IBus _bus;

    private BusContender(string name, IHost host) => (Name, _host, _bus) = (name, host, host.Services.GetRequiredService<IBus>());

    public string Name { get; }

    public Arrivals Arrivals { get; } = new();

    /// <param name="name">Column of the table.</param>
    /// <param name="use">Chooses the transport.</param>
    public static async Task<BusContender> StartAsync(string name, Action<IBusRegistrationConfigurator> use)
    {
        var builder = new HostApplicationBuilder(new HostApplicationBuilderSettings { DisableDefaults = true });
        builder.Services.AddLogging();
        builder.Services.Configure<MassTransitHostOptions>(options => options.WaitUntilStarted = true);
        builder.Services.AddMassTransit(bus =>
        {
            bus.DisableUsageTelemetry();
            use(bus);
        });
        var host = builder.Build();
        await host.StartAsync();
        return new(name, host);
    }

    public Task PublishAsync(Parcel parcel) => _bus.Publish(parcel);

    public async Task<IAsyncDisposable> ConsumeAsync(int places, int prefetch) => await ConsumeAsync("bench-parcels", places, prefetch);

    public async Task<IAsyncDisposable> ConsumeAsync(string queue, int places, int prefetch)
    {
        var endpoint = _host.Services.GetRequiredService<IReceiveEndpointConnector>().ConnectReceiveEndpoint(queue, (_, configurator) =>
        {
            configurator.ConcurrentMessageLimit = places;
            configurator.PrefetchCount = prefetch;
            configurator.Handler<Parcel>(context => Arrivals.AcceptAsync(context.Message));
        });
        await endpoint.Ready;
        return new ConnectedEndpoint(endpoint);
    }

    public async ValueTask DisposeAsync()
    {
        await _host.StopAsync();
        await ((IAsyncDisposable)_host).DisposeAsync();
    }

    private sealed class ConnectedEndpoint(HostReceiveEndpointHandle endpoint) : IAsyncDisposable
    {
        public async ValueTask DisposeAsync() => await endpoint.StopAsync();
    }
}
