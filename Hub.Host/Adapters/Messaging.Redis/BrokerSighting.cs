namespace Hub.Adapters.Messaging.Redis;

/// <summary>Redis at one look.</summary>
/// <param name="RunId">Of the server process: another one after every restart and failover.</param>
/// <param name="PreviousCounter">What the last look left; null when Redis knows nothing of it.</param>
/// <param name="Repairs">How many queues any process found damaged or gone, and created anew, since Redis was empty.</param>
public sealed record BrokerSighting(string RunId, long? PreviousCounter, long Repairs);
