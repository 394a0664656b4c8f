namespace Hub.Modules.Kernel;

/// <summary>What carries the messages of this host, and whether it can be reached.</summary>
public interface IBrokerStatus
{
    /// <summary>In words, without secrets: <c>in memory</c>, <c>Redis at 10.0.0.5:6379</c>.</summary>
    string Description { get; }

    /// <summary>Since when the broker is away; null while it is there. Messages wait in the database meanwhile.</summary>
    DateTimeOffset? AwaySince { get; }
}
