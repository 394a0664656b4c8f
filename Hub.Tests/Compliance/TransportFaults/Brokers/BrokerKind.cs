namespace Hub.Tests.Compliance.TransportFaults.Brokers;

/// <summary>Which broker the faults befall.</summary>
public enum BrokerKind
{
    /// <summary>The transport under test.</summary>
    Redis,

    /// <summary>The yardstick: whoever wants more of Redis than RabbitMQ gives has to say why.</summary>
    RabbitMq,
}
