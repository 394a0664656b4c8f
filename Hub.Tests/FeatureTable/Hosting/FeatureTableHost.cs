using Hub.Adapters.Persistence.Postgres;
using Hub.Adapters.Persistence.Postgres.Migrator;
using Hub.Contracts.FeatureTable;
using Hub.Modules.FeatureTable;
using Hub.Modules.Kernel;
using Hub.Tests.Support;
using MassTransit;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Hub.Tests.FeatureTable.Hosting;

/// <summary>The FeatureTable module on a real database, with the real outbox and an in-memory bus, looking at folders every 50 ms.</summary>
internal sealed class FeatureTableHost : IAsyncDisposable
{
    private readonly IHost _host;
    private readonly HandEvents _events;

    private FeatureTableHost(IHost host)
    {
        _host = host;
        _events = host.Services.GetRequiredService<HandEvents>();
    }

    public IServiceProvider Services => _host.Services;

    /// <summary>What arrived so far; also after the host has stopped.</summary>
    public IReadOnlyList<HandCaptured> Captured => _events.Captured;

    /// <inheritdoc cref="Captured"/>
    public IReadOnlyList<HandCaptured> Revised => _events.Revised;

    /// <inheritdoc cref="Captured"/>
    public IReadOnlyList<HandCalledOff> CalledOff => _events.CalledOff;

    /// <summary>A migrated database of its own.</summary>
    public static Task<TestDatabase> CreateDatabaseAsync() => TestPostgres.CreateDatabaseAsync("feature-table", async database =>
    {
        await using var host = Build(database);
        await host.Services.GetRequiredService<DatabaseMigrator>().MigrateAsync(CancellationToken.None);
    });

    /// <summary>A host that watches <paramref name="folders"/>, each under its own name.</summary>
    public static async Task<FeatureTableHost> StartAsync(TestDatabase database, params string[] folders)
    {
        var host = Build(database, folders);
        await host._host.StartAsync();
        return host;
    }

    public static FeatureTableHost Build(TestDatabase database, params string[] folders)
    {
        IHubModule[] modules = [new FeatureTableModule()];
        var builder = new HostApplicationBuilder(new HostApplicationBuilderSettings { DisableDefaults = true });
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["FeatureTable:PollInterval"] = "00:00:00.05",
            ["FeatureTable:StableFor"] = "00:00:00.03",
            ["FeatureTable:ReportBrokenAfter"] = "00:00:00.5",
            ["FeatureTable:HandsPerTransaction"] = "7",
        });
        builder.Configuration.AddInMemoryCollection(folders.Select((folder, index) => KeyValuePair.Create($"FeatureTable:Sources:{index}:Folder", (string?)folder)));
        builder.Logging.AddProvider(new TestOutputLoggerProvider()).SetMinimumLevel(LogLevel.Warning);
        builder.Services.AddSingleton(_ => NpgsqlDataSource.Create(database.ConnectionString));
        builder.Services.AddSingleton<HandEvents>();
        foreach (var module in modules)
            module.AddServices(builder.Services, builder.Configuration);

        builder.Services.AddPostgresPersistence(builder.Configuration, modules);
        builder.Services.AddMassTransit(bus =>
        {
            bus.DisableUsageTelemetry();
            bus.UsePostgresPersistence(modules);
            bus.AddConsumer<HandEvents, HandEvents.Definition>();
            bus.UsingInMemory((context, transport) => transport.ConfigureEndpoints(context));
        });
        return new FeatureTableHost(builder.Build());
    }

    public async ValueTask DisposeAsync()
    {
        await _host.StopAsync();
        _host.Dispose();
    }
}
