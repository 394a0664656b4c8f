using Hub.Adapters.EmbeddedPostgres;
using Hub.Adapters.Persistence.Postgres;
using Hub.Modules.Kernel;
using Microsoft.Extensions.Options;
using Npgsql;

namespace Hub.Host.Database;

/// <summary>Adds the database, its one pool of connections, and the outbox in it.</summary>
internal static class DatabaseRegistration
{
    private const int ConnectSeconds = 15;
    private const int CommandSeconds = 30;
    private const int KeepAliveSeconds = 30;

    public static IServiceCollection AddHubDatabase(this IServiceCollection services, IConfiguration configuration, IReadOnlyList<IHubModule> modules)
    {
        services.AddValidatedOptions<DataOptions>(configuration, DataOptions.SectionName);
        if (HubDatabase.IsEmbedded(configuration))
            services.AddEmbeddedPostgres(new EmbeddedPostgresSettings(DataOptions.FolderOf(configuration), configuration[$"{DataOptions.SectionName}:{nameof(DataOptions.PostgresBin)}"]));
        services.AddSingleton(provider => new HubDatabase(configuration, provider.GetService<EmbeddedPostgresServer>()));
        services.AddSingleton(CreateDataSource);
        return services.AddPostgresPersistence(configuration, modules);
    }

    private static NpgsqlDataSource CreateDataSource(IServiceProvider provider)
    {
        var given = new NpgsqlConnectionStringBuilder(provider.GetRequiredService<HubDatabase>().ConnectionString);
        var effective = new NpgsqlConnectionStringBuilder
        {
            ApplicationName = $"automation-hub {Environment.MachineName}",
            Timeout = ConnectSeconds,
            CommandTimeout = CommandSeconds,
            KeepAlive = KeepAliveSeconds,
            MaxPoolSize = provider.GetRequiredService<IOptions<DataOptions>>().Value.MaxPoolSize,
        };
        foreach (var key in given.Keys.Cast<string>())
            effective[key] = given[key];

        return new NpgsqlDataSourceBuilder(ModuleDatabase.Mark(effective.ConnectionString)).UseLoggerFactory(provider.GetRequiredService<ILoggerFactory>()).Build();
    }
}
