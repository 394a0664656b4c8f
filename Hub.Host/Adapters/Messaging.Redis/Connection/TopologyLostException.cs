namespace Hub.Adapters.Messaging.Redis.Connection;

/// <summary>Redis does not know a queue or topic that this process has declared: it has lost it.</summary>
internal sealed class TopologyLostException(string message) : Exception(message);
