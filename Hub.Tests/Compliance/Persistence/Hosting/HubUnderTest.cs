using Hub.Adapters.Persistence.Postgres;
using Hub.Adapters.Persistence.Postgres.Delivery;
using Hub.Modules.Kernel;
using Hub.Tests.Compliance.Brokers;
using Hub.Tests.Compliance.Persistence.Captions;
using Hub.Tests.Compliance.Persistence.Ledger;
using Hub.Tests.Support;
using MassTransit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Hub.Tests.Compliance.Persistence.Hosting;

/// <summary>A host with the two made-up modules on a database and a broker.</summary>
internal sealed class HubUnderTest : IAsyncDisposable
{
    private readonly IHost _host;

    private HubUnderTest(IHost host) => _host = host;

    public IServiceProvider Services => _host.Services;

    /// <summary>Builds and starts a host with the consumers that <paramref name="setup"/> adds.</summary>
    public static async Task<HubUnderTest> StartAsync(string connectionString, Broker broker, HubSetup setup)
    {
        var hub = Build(connectionString, broker, setup);
        await hub._host.StartAsync();
        return hub;
    }

    public static HubUnderTest Build(string connectionString, Broker broker, HubSetup setup)
    {
        IHubModule[] modules = [new LedgerModule(), new CaptionModule()];
        var builder = new HostApplicationBuilder(new HostApplicationBuilderSettings { DisableDefaults = true });
        // Without its wake-up a message would come later than any test waits.
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            [$"{OutboxOptions.SectionName}:SafetyPoll"] = "00:05:00",
            [$"{OutboxOptions.SectionName}:SweepInterval"] = "00:00:00.2",
            [$"{OutboxOptions.SectionName}:RetryIntervals:0"] = "00:00:00.01",
            [$"{OutboxOptions.SectionName}:RetryIntervals:1"] = "00:00:00.01",
        });
        builder.Configuration.AddInMemoryCollection(setup.Options.Select(option => KeyValuePair.Create($"{OutboxOptions.SectionName}:{option.Key}", (string?)option.Value)));
        builder.Logging.AddProvider(new TestOutputLoggerProvider()).SetMinimumLevel(LogLevel.Warning);
        builder.Services.AddSingleton(_ => NpgsqlDataSource.Create(connectionString));
        // What a test publishes without an outbox is lost while nobody has subscribed yet.
        builder.Services.Configure<MassTransitHostOptions>(options => options.WaitUntilStarted = true);
        builder.Services.Configure<HostOptions>(options => options.ShutdownTimeout = TimeSpan.FromSeconds(10));
        foreach (var module in modules)
        {
            module.AddServices(builder.Services, builder.Configuration);
        }

        setup.Services(builder.Services);
        builder.Services.AddPostgresPersistence(builder.Configuration, modules);
        builder.Services.AddMassTransit(bus =>
        {
            bus.DisableUsageTelemetry();
            bus.UsePostgresPersistence(modules);
            setup.Consumers(bus);
            broker.Use(bus, factory => broker.Publishes(factory, typeof(PotAwarded), typeof(PotCounted), typeof(ChipsWon), typeof(SeatWon), typeof(ClockStarted), typeof(ClockStopped)));
        });
        Type[] unwanted = [.. setup.Delivers ? (Type[])[] : [typeof(OutboxDeliveryService)], .. setup.Announces ? (Type[])[] : [typeof(OutboxAnnouncer)]];
        foreach (var service in builder.Services.Where(service => unwanted.Contains(service.ImplementationType)).ToList())
        {
            builder.Services.Remove(service);
        }

        return new HubUnderTest(builder.Build());
    }

    /// <summary>Does something in a DI scope of its own, as a request would.</summary>
    public async Task InScopeAsync(Func<IServiceProvider, Task> work)
    {
        await using var scope = Services.CreateAsyncScope();
        await work(scope.ServiceProvider);
    }

    /// <summary>Publishes <paramref name="messages"/> in one scope of the ledger, with a row for each.</summary>
    public Task PublishAsync(params object[] messages) => InScopeAsync(async scope =>
    {
        var endpoint = scope.GetRequiredService<IPublishEndpoint>();
        foreach (var message in messages)
        {
            await endpoint.Publish(message);
        }

        await scope.GetRequiredService<LedgerDbContext>().SaveChangesAsync();
    });

    public Task StopAsync() => _host.StopAsync();

    public async ValueTask DisposeAsync()
    {
        await _host.StopAsync();
        if (_host is IAsyncDisposable disposable)
        {
            await disposable.DisposeAsync();
        }
    }
}
