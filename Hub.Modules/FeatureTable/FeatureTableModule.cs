using Hub.Modules.FeatureTable.EnterHands;
using Hub.Modules.FeatureTable.ListFiles;
using Hub.Modules.FeatureTable.ListHands;
using Hub.Modules.FeatureTable.Persistence;
using Hub.Modules.FeatureTable.SelfChecks;
using Hub.Modules.FeatureTable.StoreHands;
using Hub.Modules.FeatureTable.WatchFolders;
using Hub.Modules.Kernel;
using Hub.Modules.Kernel.SelfChecks;
using MassTransit;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;

namespace Hub.Modules.FeatureTable;

/// <summary>What the FeatureTable module registers, listens to and maps.</summary>
public sealed class FeatureTableModule : IHubModule
{
    /// <inheritdoc />
    public string Name => "FeatureTable";

    /// <inheritdoc />
    public string EndpointPrefix => "feature-table-";

    /// <inheritdoc />
    public Type? DbContextType => typeof(FeatureTableDbContext);

    /// <inheritdoc />
    public void AddServices(IServiceCollection services, IConfiguration configuration)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddValidatedOptions<FeatureTableOptions>(configuration, FeatureTableOptions.SectionName);
        services.AddModuleDbContext<FeatureTableDbContext>(FeatureTableDbContext.Schema);
        services.AddScoped<SessionLock>();
        services.AddScoped<HandStore>();
        services.AddSingleton<HandIntake>();
        services.AddScoped<ManualHandEntry>();
        services.AddScoped<ManualHandStore>();
        services.AddScoped<KnownTables>();
        services.AddSingleton<SourceFileLedger>();
        services.AddSingleton<SourceLookFactory>();
        services.AddSingleton<IPendingWork, UnreadFiles>();
        services.AddScoped<IStatsSource, HandStats>();
        services.AddScoped<IStatsSource, FileStats>();
        services.AddSingleton<ISelfCheck, SourceCheck>();
        AddWatchers(services, configuration);
    }

    /// <inheritdoc />
    public void AddMessaging(IBusRegistrationConfigurator bus, IConfiguration configuration)
    {
    }

    /// <inheritdoc />
    public void MapEndpoints(IEndpointRouteBuilder endpoints)
    {
        ListHandsEndpoint.Map(endpoints);
        GetHandEndpoint.Map(endpoints);
        EnterHandEndpoints.Map(endpoints);
        ListFilesEndpoint.Map(endpoints);
    }

    /// <summary>One loop for each source, so that a folder that hangs holds up nobody else.</summary>
    private static void AddWatchers(IServiceCollection services, IConfiguration configuration)
    {
        var options = configuration.GetSection(FeatureTableOptions.SectionName).Get<FeatureTableOptions>() ?? new FeatureTableOptions();
        foreach (var source in options.Sources.Where(source => source.TableName.Length > 0).Select(WatchedSource.Of))
            services.AddSingleton<IHostedService>(provider => ActivatorUtilities.CreateInstance<SourceWatcher>(provider, source));
    }
}
