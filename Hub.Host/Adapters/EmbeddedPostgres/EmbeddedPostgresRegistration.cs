using Microsoft.Extensions.DependencyInjection;

namespace Hub.Adapters.EmbeddedPostgres;

/// <summary>Adds a private PostgreSQL to a container.</summary>
public static class EmbeddedPostgresRegistration
{
    /// <summary>Registers <see cref="EmbeddedPostgresServer"/>, to be started before the host, and the service that watches it.</summary>
    public static IServiceCollection AddEmbeddedPostgres(this IServiceCollection services, EmbeddedPostgresSettings settings)
        => services.AddSingleton(settings).AddSingleton<EmbeddedPostgresServer>().AddHostedService<EmbeddedPostgresSupervisor>();
}
