using Hub.Adapters.Persistence.Postgres;
using Hub.Adapters.Persistence.Postgres.Migrator;
using Hub.Contracts.Render;
using Hub.Modules.Render;
using Hub.Modules.Render.Persistence;
using Hub.Tests.Support;
using MassTransit;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Hub.Tests.Render.Support;

/// <summary>A host with the Render module alone, on an in-memory bus unless told otherwise.</summary>
internal sealed class RenderHub : IAsyncDisposable
{
    private readonly IHost _host;
    private bool _isStopped;

    private RenderHub(IHost host) => _host = host;

    public IServiceProvider Services => _host.Services;

    public EventLog Events => Services.GetRequiredService<EventLog>();

    /// <summary>Information and above.</summary>
    public LogLines Log => Services.GetRequiredService<LogLines>();

    public static RenderHub Build(string connectionString, string folder, IReadOnlyDictionary<string, string?> settings, Action<IBusRegistrationConfigurator>? transport = null)
    {
        RenderModule[] modules = [new()];
        var builder = new HostApplicationBuilder(new HostApplicationBuilderSettings { DisableDefaults = true });
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["Data:Folder"] = Path.Combine(folder, "data"),
            ["Render:TemplateFolder"] = Path.Combine(folder, "templates"),
            ["Render:Worker:Concurrency"] = "2",
            // What the machine of the tests has left is not the tests' business, unless they are about it.
            ["Render:EngineStartSeconds"] = "60",
            ["Render:Worker:DiskReserveMegabytes"] = "0",
            ["Render:Worker:MemoryReserveMegabytes"] = "0",
            // Another child process for each hub; tests that are about posters turn them on.
            ["Render:Posters:Enabled"] = "false",
        });
        builder.Configuration.AddInMemoryCollection(TestEngineProgram.Command.Select((part, index) => KeyValuePair.Create($"Render:EngineCommand:{index}", (string?)part)));
        builder.Configuration.AddInMemoryCollection(settings);
        builder.Logging.AddProvider(new TestOutputLoggerProvider()).SetMinimumLevel(LogLevel.Warning).AddFilter<LogLines>(category: null, LogLevel.Information);
        builder.Services.AddSingleton(_ => NpgsqlDataSource.Create(connectionString));
        builder.Services.AddSingleton<EventLog>();
        builder.Services.AddSingleton<LogLines>();
        builder.Services.AddSingleton<ILoggerProvider>(provider => provider.GetRequiredService<LogLines>());
        builder.Services.Configure<HostOptions>(options => options.ShutdownTimeout = TimeSpan.FromSeconds(20));
        foreach (var module in modules)
        {
            module.AddServices(builder.Services, builder.Configuration);
        }

        builder.Services.AddPostgresPersistence(builder.Configuration, modules);
        builder.Services.AddMassTransit(bus =>
        {
            bus.DisableUsageTelemetry();
            bus.UsePostgresPersistence(modules);
            foreach (var module in modules)
            {
                module.AddMessaging(bus, builder.Configuration);
            }

            bus.AddConsumer<EventLogConsumer, EventLogConsumerDefinition>();
            if (transport is null)
            {
                bus.UsingInMemory((context, configurator) => configurator.ConfigureEndpoints(context));
            }
            else
            {
                transport(bus);
            }
        });
        return new RenderHub(builder.Build());
    }

    public static async Task<RenderHub> StartAsync(string connectionString, string folder, IReadOnlyDictionary<string, string?> settings, Action<IBusRegistrationConfigurator>? transport = null)
    {
        var hub = Build(connectionString, folder, settings, transport);
        await hub._host.StartAsync();
        return hub;
    }

    public Task MigrateAsync() => Services.GetRequiredService<DatabaseMigrator>().MigrateAsync(CancellationToken.None);

    /// <summary>Requests clips, each in a transaction of its own, as another module would.</summary>
    public Task RequestAsync(params IEnumerable<RequestRender> requests)
        => Task.WhenAll(requests.Select(request => InScopeAsync(async provider =>
        {
            await provider.GetRequiredService<IPublishEndpoint>().Publish(request);
            await provider.GetRequiredService<RenderDbContext>().SaveChangesAsync();
        })));

    public async Task InScopeAsync(Func<IServiceProvider, Task> work)
    {
        await using var scope = Services.CreateAsyncScope();
        await work(scope.ServiceProvider);
    }

    public async Task<T> InScopeAsync<T>(Func<IServiceProvider, Task<T>> work)
    {
        await using var scope = Services.CreateAsyncScope();
        return await work(scope.ServiceProvider);
    }

    public async Task StopAsync()
    {
        if (!_isStopped)
        {
            _isStopped = true;
            await _host.StopAsync();
        }
    }

    public Task RunAsync() => _host.RunAsync();

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        await ((IAsyncDisposable)_host).DisposeAsync();
    }
}
