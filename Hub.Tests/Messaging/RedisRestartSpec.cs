using System.Diagnostics;
using FluentAssertions;
using Hub.Adapters.EmbeddedRedis;
using Hub.Contracts.Render;
using Hub.Tests.Support;

namespace Hub.Tests.Messaging;

/// <summary>Redis is killed at work and started again, whatever it keeps.</summary>
[TestFixture(RedisDurability.None)]
[TestFixture(RedisDurability.EverySecond)]
[TestFixture(RedisDurability.Always)]
internal sealed class RedisRestartSpec(RedisDurability durability) : RedisHubSpec
{
    protected override RedisDurability Durability => durability;

    [Test]
    public async Task A_redis_that_was_killed_goes_on_where_the_database_is()
    {
        var gate = Path.Combine(Folder, "gate");
        var hub = await StartHubAsync();
        await RedisIsKnownAsync();
        await hub.RequestAsync(Request($"wait-for {gate}"), Request($"wait-for {gate}"));
        await CountBecomesAsync(2, "status = 'processing'");
        await hub.RequestAsync(Enumerable.Range(0, 10).Select(_ => Request()));
        await CountBecomesAsync(10, "status = 'pending' AND dispatched_at IS NOT NULL");

        using (var server = Process.GetProcessById(Redis.ProcessId))
        {
            server.Kill();
        }

        await Redis.WaitForExitAsync(CancellationToken.None);
        await hub.RequestAsync(Request(), Request());
        await Redis.RestartAsync(CancellationToken.None);
        await File.WriteAllTextAsync(gate, "");

        await Eventually.BecomesTrueAsync("all are completed", async () => await CountAsync("status = 'completed'") == 14, TimeSpan.FromSeconds(20));
        (await CountAsync("retry_count > 0")).Should().Be(0);
        (await CountAsync("attempt = 1 AND layer_data_json ->> 'do' LIKE 'wait-for%'")).Should().Be(2, "what was being rendered was not disturbed");
        await Eventually.BecomesTrueAsync("every completion is announced", () => Task.FromResult(hub.Events.Of<RenderCompleted>().Count == 14));
        await Eventually.BecomesTrueAsync("the restart is noticed", async () => await LossesAsync() >= 1);
    }
}
