using System.Globalization;
using Hub.Adapters.Messaging.Redis.Queues;
using Hub.Adapters.Messaging.Redis.Scripts;
using Hub.Adapters.Messaging.Redis.Topology;
using MassTransit;
using MassTransit.SqlTransport;
using MassTransit.SqlTransport.Topology;
using StackExchange.Redis;

namespace Hub.Adapters.Messaging.Redis.Bus;

/// <summary>The operations of the bus' queue engine, on Redis Streams.</summary>
internal sealed class RedisClientContext(ConnectionContext context, RedisTransport transport, CancellationToken stopped) : SqlClientContext(context, stopped)
{
    private const short UsualPriority = 100;
    private QueueReader? _reader;

    public override async Task<long> CreateQueue(Queue queue)
    {
        // The temporary queue of another process is that one's to make: made here, it would outlive it.
        if (queue.AutoDeleteOnIdle is null || transport.Reads(queue.QueueName))
            await transport.Topology.DeclareAsync(Declaration.Queue(queue.QueueName, queue.AutoDeleteOnIdle), CancellationToken);
        else
            transport.NoteTemporary(queue.QueueName);
        return transport.IdOf(queue.QueueName);
    }

    public override async Task<long> CreateTopic(Topic topic)
    {
        await transport.Topology.DeclareAsync(Declaration.Topic(topic.TopicName), CancellationToken);
        foreach (var subscription in transport.Published.SubscriptionsOf(topic.TopicName))
            await transport.Topology.DeclareAsync(subscription, CancellationToken);
        return 0;
    }

    public override async Task<long> CreateTopicSubscription(TopicToTopicSubscription subscription)
    {
        Refusals.DemandPlain(subscription.SubscriptionType, subscription.Source.TopicName);
        await transport.Topology.DeclareAsync(Declaration.TopicOfTopic(subscription.Source.TopicName, subscription.Destination.TopicName), CancellationToken);
        return 0;
    }

    public override async Task<long> CreateQueueSubscription(TopicToQueueSubscription subscription)
    {
        Refusals.DemandPlain(subscription.SubscriptionType, subscription.Source.TopicName);
        await transport.Topology.DeclareAsync(Declaration.QueueOfTopic(subscription.Source.TopicName, subscription.Destination.QueueName), CancellationToken);
        return 0;
    }

    /// <exception cref="NotSupportedException">Always: refused when the endpoint is configured.</exception>
    public override Task<long> PurgeQueue(string queueName, CancellationToken cancellationToken) => throw new NotSupportedException("Redis Streams purge no queue.");

    public override Task Send<T>(string queueName, SqlMessageSendContext<T> context) => SendAsync("queue", queueName, context);

    public override Task Publish<T>(string topicName, SqlMessageSendContext<T> context) => SendAsync("topic", topicName, context);

    public override async Task<IEnumerable<SqlTransportMessage>> ReceiveMessages(string queueName, SqlReceiveMode mode, int messageLimit, int concurrentLimit, TimeSpan lockDuration)
    {
        if (_reader is null)
        {
            _reader = await transport.OpenReaderAsync(queueName, CancellationToken);
            // The bus has stopped working on this queue, whatever it still held.
            CancellationToken.Register(() => transport.AbandonReader(_reader));
        }

        return (await _reader.TakeAsync(messageLimit)).Select(delivery => delivery.ToMessage()).ToList();
    }

    /// <summary>Does nothing: reading keeps a temporary queue.</summary>
    public override Task TouchQueue(string queueName) => Task.CompletedTask;

    /// <summary>Does nothing: the delivery limit is watched over when a message is taken over.</summary>
    public override Task<int?> DeadLetterQueue(string queueName, int messageCount) => Task.FromResult<int?>(0);

    public override Task<bool> DeleteMessage(Guid lockId, long messageDeliveryId) => _reader?.AcknowledgeAsync(lockId) ?? Task.FromResult(false);

    public override async Task<bool> DeleteScheduledMessage(Guid tokenId, CancellationToken cancellationToken)
        => (long)await transport.Connection.RunUntilAnsweredAsync(RedisScript.Cancel, [tokenId.ToString("N")], () => false, cancellationToken) > 0;

    public override Task<bool> MoveMessage(Guid lockId, long messageDeliveryId, string queueName, SqlQueueType queueType, SendHeaders sendHeaders)
        => _reader?.MoveAsync(lockId, queueType == SqlQueueType.ErrorQueue ? "_error" : "_skipped", TransportHeaders.Serialize(sendHeaders.GetAll())) ?? Task.FromResult(false);

    public override Task<bool> RenewLock(Guid lockId, long messageDeliveryId, TimeSpan duration) => _reader?.RenewAsync(lockId) ?? Task.FromResult(false);

    public override Task<bool> Unlock(Guid lockId, long messageDeliveryId, TimeSpan delay, SendHeaders sendHeaders)
    {
        // A consumer that asks for the message again later has not failed it.
        var isFault = sendHeaders.Get<string>(MessageHeaders.Reason) == "fault";
        return _reader?.UnlockAsync(lockId, delay, TransportHeaders.Serialize(sendHeaders.GetAll()), isFault) ?? Task.FromResult(false);
    }

    private static long Milliseconds(TimeSpan? time) => Math.Max(0, (long)Math.Ceiling((time ?? TimeSpan.Zero).TotalMilliseconds));

    private async Task SendAsync<T>(string kind, string name, SqlMessageSendContext<T> context)
        where T : class
    {
        var token = context.Headers.Get<Guid>(MessageHeaders.SchedulingTokenId);
        RedisValue[] message =
        [
            kind, name, Milliseconds(context.Delay), token?.ToString("N") ?? "", Milliseconds(context.TimeToLive), context.Body.GetBytes(), context.ContentType?.MediaType ?? "",
            context.MessageId?.ToString() ?? "", context.TransportMessageId.ToString(), (context.Priority ?? UsualPriority).ToString(CultureInfo.InvariantCulture),
        ];
        await transport.SendAsync(message, context.CancellationToken);
    }
}
