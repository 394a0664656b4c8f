using System.Globalization;
using Hub.Adapters.Messaging.Redis.Connection;
using Hub.Adapters.Messaging.Redis.Scripts;
using Hub.Adapters.Messaging.Redis.Topology;
using StackExchange.Redis;

namespace Hub.Adapters.Messaging.Redis;

/// <inheritdoc />
internal sealed class RedisBroker(RedisConnection connection, KnownTopology topology) : IRedisBroker
{
    public bool IsConnected => connection.IsConnected;

    public async Task<BrokerSighting> LookAsync(long counter, CancellationToken cancellationToken)
    {
        var reply = (RedisResult[])(await connection.RunAsync(RedisScript.Look, [counter], cancellationToken))!;
        var sighting = new BrokerSighting(
            (string)reply[0]!,
            reply[1].IsNull ? null : long.Parse((string)reply[1]!, CultureInfo.InvariantCulture),
            long.Parse((string)reply[2]!, CultureInfo.InvariantCulture));
        if (sighting.PreviousCounter is null)
            await topology.RepairAsync(cancellationToken);
        return sighting;
    }

    public async Task<IReadOnlyList<QueueDepth>> MeasureAsync(CancellationToken cancellationToken)
    {
        var reply = (RedisResult[])(await connection.RunAsync(RedisScript.Measure, [], cancellationToken))!;
        return
        [
            .. reply.Select(line => (RedisResult[])line!)
                .Select(line => new QueueDepth((string)line[0]!, (long)line[1], (long)line[2], (long)line[3], TimeSpan.FromMilliseconds((long)line[4]), (long)line[5] == 1))
                .OrderBy(depth => depth.Queue, StringComparer.Ordinal),
        ];
    }

    public Task<IReadOnlyList<ServerFinding>> CheckServerAsync(CancellationToken cancellationToken) => ServerRequirements.CheckAsync(connection, cancellationToken);
}
