using StackExchange.Redis;

namespace Hub.Adapters.Messaging.Redis.Topology;

/// <summary>A queue, topic or subscription that a process wants to be there: three words that the script <c>declare</c> understands.</summary>
internal readonly record struct Declaration(string What, string Name, string Other)
{
    public static Declaration Queue(string name, TimeSpan? life)
        => new("queue", name, ((long)(life ?? TimeSpan.Zero).TotalMilliseconds).ToString(System.Globalization.CultureInfo.InvariantCulture));

    public static Declaration Topic(string name) => new("topic", name, "");

    public static Declaration QueueOfTopic(string topic, string queue) => new("queue-of", topic, queue);

    public static Declaration TopicOfTopic(string topic, string destination) => new("topic-of", topic, destination);

    public IEnumerable<RedisValue> Words => [What, Name, Other];
}
