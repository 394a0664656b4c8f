using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using FluentAssertions;
using Hub.Adapters.EmbeddedRedis;
using Hub.Adapters.Messaging.Redis;
using Hub.Tests.Support.Servers;
using MassTransit;
using Microsoft.Extensions.DependencyInjection;
using StackExchange.Redis;

namespace Hub.Tests.Compliance.TransportFaults.Brokers;

/// <summary>A Redis server of the fixture's own.</summary>
internal sealed class FaultyRedis : FaultyBroker
{
    private readonly EmbeddedRedisServer _server;
    private readonly IConnectionMultiplexer _admin;
    private readonly ServiceProvider _services;

    private FaultyRedis(EmbeddedRedisServer server, IConnectionMultiplexer admin)
    {
        (_server, _admin) = (server, admin);
        _services = new ServiceCollection().AddLogging().AddMassTransit(Bus.Use).BuildServiceProvider();
    }

    public override BusSettings Bus => new() { Broker = BrokerKind.Redis, ConnectionString = _server.ConnectionString };

    public int Port => _server.Port;

    private IRedisBroker Broker => _services.GetRequiredService<IRedisBroker>();

    public static async Task<FaultyRedis> StartAsync(RedisDurability durability = RedisDurability.None)
    {
        var server = await TestRedis.StartOwnAsync(durability);
        return new(server, await ConnectionMultiplexer.ConnectAsync($"{server.ConnectionString},allowAdmin=true,abortConnect=false,syncTimeout=20000,asyncTimeout=20000"));
    }

    public override async Task<long> UnsettledAsync(string queue)
        => (await Broker.MeasureAsync(CancellationToken.None)).Where(depth => depth.Queue == queue).Sum(depth => depth.Ready + depth.Pending + depth.Delayed);

    /// <summary>How many queues, streams and groups were found missing and made anew.</summary>
    public async Task<long> RepairsAsync() => (await Broker.LookAsync(0, CancellationToken.None)).Repairs;

    /// <summary>SIGKILL of the server.</summary>
    public async Task KillAsync()
    {
        using (var server = Process.GetProcessById(_server.ProcessId))
            server.Kill();
        await _server.WaitForExitAsync(CancellationToken.None);
    }

    /// <summary>Starts the killed server again, with what it kept.</summary>
    public Task RestartAsync() => _server.RestartAsync(CancellationToken.None);

    /// <summary>Any command, as an operator types it.</summary>
    public Task<RedisResult> ExecuteAsync(string command, params object[] arguments) => _admin.GetDatabase().ExecuteAsync(command, arguments);

    /// <summary>Lets the server take only so much more memory than it has taken.</summary>
    public async Task LimitMemoryAsync(long more)
    {
        var used = Regex.Match((await ExecuteAsync("INFO", "memory")).ToString(), @"used_memory:(\d+)", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking).Value.Split(':')[1];
        await ExecuteAsync("CONFIG", "SET", "maxmemory", long.Parse(used, CultureInfo.InvariantCulture) + more);
    }

    /// <summary>Deletes something behind the transport's back.</summary>
    public async Task LoseAsync(Loss loss, string queue)
    {
        if (loss == Loss.Everything)
        {
            await ExecuteAsync("FLUSHALL");
            return;
        }

        var keys = await KeysOfAsync(queue);
        var streams = keys.Where(key => key.Type == RedisType.Stream).Select(key => key.Key).ToList();
        var others = keys.Where(key => key.Type != RedisType.Stream).Select(key => key.Key).ToList();
        var database = _admin.GetDatabase();
        switch (loss)
        {
            case Loss.Streams:
                (await database.KeyDeleteAsync([.. streams])).Should().BePositive("there was something to delete");
                break;
            case Loss.Groups:
                foreach (var stream in streams)
                    foreach (var group in await database.StreamGroupInfoAsync(stream))
                        await database.StreamDeleteConsumerGroupAsync(stream, group.Name);
                break;
            case Loss.Description:
                (await database.KeyDeleteAsync([.. others])).Should().BePositive("there was something to delete");
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(loss), loss, "Nothing to lose.");
        }
    }

    public override async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        await _admin.DisposeAsync();
        await _server.DisposeAsync();
        Directory.Delete(_server.Settings.Folder, recursive: true);
    }

    /// <summary>The keys that bear the queue's name, whatever the transport calls their parts.</summary>
    private async Task<List<(RedisKey Key, RedisType Type)>> KeysOfAsync(string queue)
    {
        var pattern = new Regex($@"\b{Regex.Escape(queue)}(?![\w-])", RegexOptions.None, TimeSpan.FromSeconds(1));
        var keys = new List<(RedisKey, RedisType)>();
        await foreach (var key in _admin.GetServers()[0].KeysAsync(pattern: $"*{queue}*"))
        {
            if (pattern.IsMatch(key.ToString()))
                keys.Add((key, await _admin.GetDatabase().KeyTypeAsync(key)));
        }

        return keys;
    }
}
