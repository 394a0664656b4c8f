namespace Hub.Host.Messaging;

/// <summary>What carries messages between modules and hosts.</summary>
internal enum TransportKind
{
    /// <summary>Within this process only.</summary>
    InMemory = 0,

    /// <summary>A RabbitMQ broker.</summary>
    RabbitMq = 1,

    /// <summary>Redis Streams.</summary>
    Redis = 2,
}
