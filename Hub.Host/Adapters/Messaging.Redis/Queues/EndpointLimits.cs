namespace Hub.Adapters.Messaging.Redis.Queues;

/// <summary>What a receive endpoint asks of its queue.</summary>
internal sealed record EndpointLimits
{
    /// <summary>Messages handled at the same time.</summary>
    public required int Concurrency { get; init; }

    /// <summary>Messages held at the same time, those waiting for their turn included.</summary>
    public required int Prefetch { get; init; }

    public required TimeSpan Lock { get; init; }

    public required int DeliveryLimit { get; init; }

    /// <summary>Of a temporary queue.</summary>
    public required TimeSpan? Life { get; init; }
}
