using FluentAssertions;
using Hub.Tests.Compliance.Brokers;
using Hub.Tests.Compliance.Transport.Messages;
using Hub.Tests.Support;
using Hub.Tests.Support.Servers;
using MassTransit;
using StackExchange.Redis;

namespace Hub.Tests.Compliance.Transport.Redis;

/// <summary>On a cluster of one, which refuses scripts whose keys belong to several nodes' slots.</summary>
internal sealed class ClusterTests
{
    [Test]
    public async Task Everything_works_in_a_cluster_since_all_keys_of_a_prefix_lie_in_one_slot()
    {
        await using var server = await ConfiguredRedis.StartAsync((port, _) => [$"port {port}", "cluster-enabled yes", "cluster-config-file nodes.conf"]);
        await using var redis = await ConfiguredRedis.ConnectAsync($"{server.Address},abortConnect=false");
        var database = redis.GetDatabase();
        await database.ExecuteAsync("CLUSTER", "ADDSLOTSRANGE", 0, 16383);
        await Eventually.BecomesTrueAsync("the cluster is up", async () => (await database.ExecuteAsync("CLUSTER", "INFO")).ToString().Contains("cluster_state:ok", StringComparison.Ordinal));
        var broker = new RedisBroker(server.Address, TestRedis.NewPrefix());
        var (seen, seats, errors) = (new Seen<int>(), new Seen<int>(), new Seen<int>());
        await using var bus = await BusUnderTest.StartAsync(broker, factory =>
        {
            factory.ReceiveEndpoint("table", endpoint => endpoint.Handler<HandDealt>(context =>
            {
                seen.Add(context.Message.Number);
                return context.Message.Number == 13 ? throw new InvalidOperationException("Unlucky.") : Task.CompletedTask;
            }));
            factory.ReceiveEndpoint("seats", endpoint => endpoint.Handler<ISeatEvent>(context =>
            {
                seats.Add(context.Message.Number);
                return Task.CompletedTask;
            }));
            factory.ReceiveEndpoint("table_error", endpoint =>
            {
                endpoint.ConfigureConsumeTopology = false;
                endpoint.Handler<HandDealt>(context =>
                {
                    errors.Add(context.Message.Number);
                    return Task.CompletedTask;
                });
            });
            factory.ReceiveEndpoint("pots", endpoint => endpoint.Handler<CountPot>(context => context.RespondAsync(new PotCounted(context.Message.Pot, 1))));
        });

        await bus.SendAsync("table", new HandDealt(1));
        await bus.SendAsync("table", new HandDealt(2), broker.MakeUrgent);
        await bus.SendAsync("table", new HandDealt(13));
        await bus.SendAsync("table", new SeatTaken(3, "nobody understands this here"));
        await bus.PublishAsync(new SeatTaken(4, "Ada"));
        await bus.Scheduler.ScheduleSend(broker.AddressOf("table"), TimeSpan.FromMilliseconds(100), new HandDealt(5));
        await bus.Scheduler.ScheduleSend(broker.AddressOf("table"), TimeSpan.FromHours(1), new HandDealt(6));
        (await bus.Bus.CreateRequestClient<CountPot>(RequestTimeout.After(s: 60)).GetResponse<PotCounted>(new CountPot(7))).Message.Pot.Should().Be(7);

        await Task.WhenAll(seen.BecomesAsync(4), seats.BecomesAsync(1), errors.BecomesAsync(1));
        seen.All.Should().BeEquivalentTo([1, 2, 13, 5]);
        List<RedisKey> keys = [.. await AllKeysAsync(redis)];
        keys.Should().HaveCountGreaterThan(10);
        var slots = await Task.WhenAll(keys.Select(async key => (int)await database.ExecuteAsync("CLUSTER", "KEYSLOT", key.ToString())));
        slots.Distinct().Should().ContainSingle();
    }

    private static async Task<IEnumerable<RedisKey>> AllKeysAsync(IConnectionMultiplexer redis)
    {
        List<RedisKey> keys = [];
        await foreach (var key in redis.GetServers()[0].KeysAsync())
            keys.Add(key);
        return keys;
    }
}
