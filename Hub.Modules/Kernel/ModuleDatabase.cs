using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Hub.Modules.Kernel;

/// <summary>Registers a module's DbContext on the hub's one database.</summary>
public static class ModuleDatabase
{
    /// <summary>
    /// Registers <typeparamref name="TContext"/> on the <see cref="NpgsqlDataSource"/> in the container, with snake_case
    /// names and a migrations history in the module's own schema. Never pooled: outbox interceptors are per scope.
    /// </summary>
    public static IServiceCollection AddModuleDbContext<TContext>(this IServiceCollection services, string schema)
        where TContext : DbContext
        => services.AddDbContext<TContext>((provider, options) => Configure(options, provider.GetRequiredService<NpgsqlDataSource>(), schema));

    /// <summary>Applies the house settings to <paramref name="options"/>; design-time factories use it, too.</summary>
    public static void Configure(DbContextOptionsBuilder options, NpgsqlDataSource dataSource, string schema)
        => options
            .UseNpgsql(dataSource, npgsql => npgsql.MigrationsHistoryTable("migrations_history", schema))
            .UseSnakeCaseNamingConvention();
}
