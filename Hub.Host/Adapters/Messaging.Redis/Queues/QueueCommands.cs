using Hub.Adapters.Messaging.Redis.Connection;
using Hub.Adapters.Messaging.Redis.Scripts;
using MassTransit;
using StackExchange.Redis;

namespace Hub.Adapters.Messaging.Redis.Queues;

/// <summary>The scripts that one consumer of one queue runs.</summary>
internal sealed class QueueCommands(RedisConnection connection, string queue, EndpointLimits limits)
{
    /// <summary>The time since an entry was last touched at which it counts as abandoned; locks are set by it. The longest lock there can be.</summary>
    public static readonly TimeSpan Lease = TimeSpan.FromHours(1);

    private static readonly RedisValue LeaseMilliseconds = (long)Lease.TotalMilliseconds;

    public string Queue => queue;

    /// <summary>This consumer's name in the group; no other ever has it.</summary>
    public string Consumer { get; } = $"{Environment.MachineName}-{Environment.ProcessId}-{Guid.NewGuid().ToString("N")[..8]}";

    /// <summary>From now on the first failure is the last: a stop does not wait for Redis.</summary>
    public bool GivesUp { get; set; }

    /// <param name="wanted">Messages at most.</param>
    /// <param name="places">How many of them may be taken over from others.</param>
    /// <param name="takesOver">Whether to look for such.</param>
    /// <param name="takesSuspect">Whether one of them may be a suspect.</param>
    /// <param name="takeOverInterval">How often that is done.</param>
    /// <param name="extends">Whether the queue is a temporary one that has to be extended.</param>
    /// <exception cref="ConnectionException">Redis is away; it may have given messages all the same.</exception>
    /// <exception cref="TopologyLostException">The queue is gone, or a part of it; the rest may have given messages.</exception>
    public async Task<Receipt> ReceiveAsync(int wanted, int places, bool takesOver, bool takesSuspect, TimeSpan takeOverInterval, bool extends)
    {
        RedisValue[] arguments =
        [
            queue, Consumer, wanted, Milliseconds(limits.Lock), LeaseMilliseconds, limits.DeliveryLimit, takesOver ? 1 : 0, Milliseconds(takeOverInterval), places,
            extends ? Milliseconds(limits.Life!.Value) : 0, takesSuspect ? 1 : 0, TransportHeaders.OverDeliveryLimit,
        ];
        var askedAt = connection.Clock.GetTimestamp();
        var reply = (RedisResult[])(await connection.RunAsync(RedisScript.Receive, arguments, CancellationToken.None))!;
        var untilNext = (long)reply[1];
        return new(
            (long)reply[0] == 1,
            untilNext < 0 ? null : TimeSpan.FromMilliseconds(untilNext),
            (long)reply[2],
            [.. reply[3..].Select(entry => new Delivery((RedisResult[])entry!, queue, askedAt))]);
    }

    /// <returns>For each, in order, whether it was still this consumer's.</returns>
    public async Task<IReadOnlyList<bool>> AcknowledgeAsync(IReadOnlyList<Delivery> deliveries)
    {
        var results = (RedisResult[])(await RunUntilAnsweredAsync(RedisScript.Acknowledge, [queue, Consumer, .. Words(deliveries)]))!;
        return [.. results.Select(result => (long)result == 1)];
    }

    /// <param name="deliveries">Deliveries.</param>
    /// <param name="isPatient">Tries again until Redis answers.</param>
    /// <returns>Those that were still this consumer's.</returns>
    /// <exception cref="ConnectionException">Redis is away.</exception>
    public async Task<HashSet<Delivery>> RenewAsync(IReadOnlyList<Delivery> deliveries, bool isPatient)
    {
        var askedAt = connection.Clock.GetTimestamp();
        RedisValue[] arguments = [queue, Consumer, Milliseconds(limits.Lock), LeaseMilliseconds, .. Words(deliveries)];
        var reply = isPatient ? await RunUntilAnsweredAsync(RedisScript.Renew, arguments) : await connection.RunAsync(RedisScript.Renew, arguments, CancellationToken.None);
        var results = (RedisResult[])reply!;
        HashSet<Delivery> renewed = [.. deliveries.Where((_, index) => (long)results[index] == 1)];
        foreach (var delivery in renewed)
            delivery.LockedAt = askedAt;
        return renewed;
    }

    /// <returns>Whether it was still this consumer's.</returns>
    public async Task<bool> MoveAsync(Delivery delivery, string suffix, string headers)
        => (long)await RunUntilAnsweredAsync(RedisScript.Move, [queue, Consumer, .. delivery.Words, suffix, headers]) == 1;

    /// <returns>Whether it was still this consumer's.</returns>
    public async Task<bool> UnlockAsync(Delivery delivery, TimeSpan delay, string headers, bool isCounted)
    {
        var count = isCounted ? delivery.Count + delivery.CountBefore : 0;
        return (long)await RunUntilAnsweredAsync(RedisScript.Unlock, [queue, Consumer, .. delivery.Words, Milliseconds(delay), headers, count, limits.DeliveryLimit]) == 1;
    }

    /// <summary>Gives deliveries back that were not begun.</summary>
    public Task ReleaseAsync(IReadOnlyList<Delivery> deliveries)
        => connection.RunAsync(RedisScript.Release, [queue, Consumer, LeaseMilliseconds, .. Words(deliveries)], CancellationToken.None);

    /// <summary>Gives back what this consumer holds but is not among <paramref name="known"/>.</summary>
    public Task DisownAllButAsync(IReadOnlyList<Delivery> known)
        => connection.RunAsync(RedisScript.Disown, [queue, Consumer, LeaseMilliseconds, .. known.SelectMany(delivery => new RedisValue[] { delivery.Lane, delivery.Id })], CancellationToken.None);

    /// <summary>Takes this consumer's name out of the group.</summary>
    public Task LeaveAsync() => connection.RunAsync(RedisScript.Leave, [queue, Consumer, LeaseMilliseconds], CancellationToken.None);

    private static IEnumerable<RedisValue> Words(IReadOnlyList<Delivery> deliveries) => deliveries.SelectMany(delivery => delivery.Words);

    private static RedisValue Milliseconds(TimeSpan time) => (long)time.TotalMilliseconds;

    private Task<RedisResult> RunUntilAnsweredAsync(RedisScript script, RedisValue[] arguments)
        => connection.RunUntilAnsweredAsync(script, arguments, () => GivesUp, CancellationToken.None);
}
