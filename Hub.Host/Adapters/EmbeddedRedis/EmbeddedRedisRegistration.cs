using Microsoft.Extensions.DependencyInjection;

namespace Hub.Adapters.EmbeddedRedis;

/// <summary>Adds a private Redis to a container.</summary>
public static class EmbeddedRedisRegistration
{
    /// <summary>Registers a started <paramref name="server"/>, which stays its starter's to stop, and the service that watches it.</summary>
    public static IServiceCollection AddEmbeddedRedis(this IServiceCollection services, EmbeddedRedisServer server)
        => services.AddSingleton(server).AddHostedService<EmbeddedRedisSupervisor>();
}
