using Microsoft.Extensions.Logging;

namespace Hub.Adapters.Messaging.Redis.Queues;

/// <summary>Counts what a look at a queue brought, and tells what operators should know of it.</summary>
internal sealed partial class ReceiptReport(string queue, EndpointLimits limits, RedisMetrics metrics, ILogger<QueueReader> logger)
{
    public void Add(Receipt receipt)
    {
        metrics.Received(queue, receipt.Deliveries.Count);
        if (receipt.Deliveries.Count(delivery => delivery.IsTakenOver) is > 0 and var takenOver)
        {
            TakenOver(logger, queue, takenOver);
            metrics.TakenOver(queue, takenOver);
        }

        if (receipt.PutAside > 0)
        {
            PutAside(logger, queue, receipt.PutAside, limits.DeliveryLimit);
            metrics.PutAside(queue, receipt.PutAside);
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "{Count} messages of queue {Queue} were taken over from consumers that gave no sign of life or stopped")]
    private static partial void TakenOver(ILogger logger, string queue, int count);

    [LoggerMessage(Level = LogLevel.Error, Message = "{Count} messages of queue {Queue} went to its error queue: begun {Limit} times and never ended")]
    private static partial void PutAside(ILogger logger, string queue, long count, int limit);
}
