using Hub.Adapters.Messaging.Redis;
using MassTransit;
using Microsoft.Extensions.DependencyInjection;

namespace Hub.Tests.Compliance.Brokers;

/// <summary>Looks at a Redis without taking part: a bus that is never started.</summary>
internal sealed class RedisInspector : IAsyncDisposable
{
    private readonly ServiceProvider _services;

    private RedisInspector(ServiceProvider services) => _services = services;

    public IRedisBroker Broker => _services.GetRequiredService<IRedisBroker>();

    public static RedisInspector Of(RedisStreamsSettings settings)
    {
        var services = new ServiceCollection().AddLogging().AddMassTransit(bus =>
        {
            bus.DisableUsageTelemetry();
            bus.UsingRedisStreams(settings);
        });
        return new(services.BuildServiceProvider());
    }

    public ValueTask DisposeAsync() => _services.DisposeAsync();
}
