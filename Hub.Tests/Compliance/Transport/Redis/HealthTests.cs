using FluentAssertions;
using Hub.Adapters.Messaging.Redis;
using Hub.Tests.Compliance.Transport.Messages;
using Hub.Tests.Support;
using MassTransit;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Hub.Tests.Compliance.Transport.Redis;

internal sealed class HealthTests : RedisSpec
{
    [Test]
    public async Task Health_follows_the_server_and_work_goes_on_by_itself()
    {
        var seen = new Seen<int>();
        var bus = await StartBusAsync(factory => factory.ReceiveEndpoint("table", Notes(seen)));
        await BecomesAsync(bus, HealthStatus.Healthy);
        bus.Health.Should().Be(BusHealthStatus.Healthy);

        // The server's death is not announced.
        using (var server = System.Diagnostics.Process.GetProcessById(Server.ProcessId))
            server.Kill();
        await Server.WaitForExitAsync(CancellationToken.None);

        await BecomesAsync(bus, HealthStatus.Unhealthy);
        await Server.RestartAsync(CancellationToken.None);
        await BecomesAsync(bus, HealthStatus.Healthy);
        await Eventually.BecomesTrueAsync("the bus is healthy again", () => Task.FromResult(bus.Health == BusHealthStatus.Healthy));
        await Eventually.BecomesTrueAsync("messages travel again", async () =>
        {
            await bus.PublishAsync(new HandDealt(1));
            return seen.Count > 0;
        });
    }

    [Test]
    public async Task A_server_that_is_set_to_evict_is_not_healthy()
    {
        var bus = await StartBusAsync(factory => factory.ReceiveEndpoint("table", Notes(new Seen<int>())));
        await BecomesAsync(bus, HealthStatus.Healthy);

        await AskAsync("CONFIG", "SET", "maxmemory-policy", "allkeys-lru");

        await BecomesAsync(bus, HealthStatus.Unhealthy);
        (await CheckAsync(bus)).Description.Should().Contain("noeviction");
    }

    private static Task BecomesAsync(BusUnderTest bus, HealthStatus status)
        => Eventually.BecomesTrueAsync($"Redis is {status}", async () => (await CheckAsync(bus)).Status == status);

    private static async Task<HealthReportEntry> CheckAsync(BusUnderTest bus)
        => (await bus.Services.GetRequiredService<HealthCheckService>().CheckHealthAsync(check => check.Name == RedisStreamsRegistration.HealthCheckName)).Entries.Values.Single();
}
