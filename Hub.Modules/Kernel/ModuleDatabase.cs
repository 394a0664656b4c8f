using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Hub.Modules.Kernel;

/// <summary>Registers a module's DbContext on the hub's one database.</summary>
public static class ModuleDatabase
{
    private const string WriterMark = "-c hub.writer=on";

    /// <summary>
    /// Marks every connection made with <paramref name="connectionString"/> as the hub's own. Triggers on v1's tables act on the writes of
    /// everybody else; the mark travels with the connection's start-up packet and costs nothing afterwards.
    /// </summary>
    public static string Mark(string connectionString)
    {
        var builder = new NpgsqlConnectionStringBuilder(connectionString);
        if (builder.Options?.Contains(WriterMark, StringComparison.Ordinal) != true)
        {
            builder.Options = $"{builder.Options} {WriterMark}".TrimStart();
        }

        return builder.ConnectionString;
    }

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
