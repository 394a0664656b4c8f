namespace Hub.Tests.Compliance.TransportFaults.Brokers;

/// <summary>What somebody deletes from Redis while work travels over it.</summary>
public enum Loss
{
    /// <summary>FLUSHALL.</summary>
    Everything,

    /// <summary>The streams of a queue.</summary>
    Streams,

    /// <summary>The consumer groups of its streams.</summary>
    Groups,

    /// <summary>All the queue has besides its streams.</summary>
    Description,
}
