using System.Text.RegularExpressions;
using Hub.Adapters.Messaging.Redis.Connection;
using MassTransit;

namespace Hub.Adapters.Messaging.Redis;

/// <summary>How a bus travels over Redis Streams.</summary>
public sealed partial record RedisStreamsSettings
{
    /// <summary>The server: <c>host:port,password=…,ssl=true</c> as StackExchange.Redis writes it, or <c>redis[s]://user:password@host:port[/database]</c>.</summary>
    public required string ConnectionString { get; init; }

    /// <summary>Begins every key, as its hash tag. Buses with different prefixes do not see each other. A letter, then letters, digits and underscores.</summary>
    public string Prefix { get; init; } = "hub";

    /// <summary>How long a message stays with a consumer that gives no sign of life; a consumer at work renews it. 1 s to 1 h.</summary>
    public TimeSpan LockDuration { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>How often an empty queue is looked at although no wake-up came. 1 s to 1 min; a safety net, not how messages are noticed.</summary>
    public TimeSpan PollingInterval { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>How often a message may be begun and not ended, because its process dies, before it goes to the error queue. 1 to 1000.</summary>
    public int DeliveryLimit { get; init; } = 10;

    /// <summary>How long a temporary queue stays when nobody reads it. 1 s to 1 h.</summary>
    public TimeSpan TemporaryQueueLifetime { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>How long Redis may take to answer before the operation is tried again. 100 ms to 1 min.</summary>
    public TimeSpan OperationTimeout { get; init; } = TimeSpan.FromSeconds(5);

    /// <exception cref="ConfigurationException">A value is out of its range, or the connection string cannot be read.</exception>
    internal void DemandValid()
    {
        _ = RedisAddress.Parse(ConnectionString);
        if (!PrefixForm().IsMatch(Prefix))
            throw new ConfigurationException($"{nameof(Prefix)} must be a letter, then letters, digits and underscores, at most 50.");
        Demand(nameof(LockDuration), LockDuration, TimeSpan.FromSeconds(1), TimeSpan.FromHours(1));
        Demand(nameof(PollingInterval), PollingInterval, TimeSpan.FromSeconds(1), TimeSpan.FromMinutes(1));
        Demand(nameof(TemporaryQueueLifetime), TemporaryQueueLifetime, TimeSpan.FromSeconds(1), TimeSpan.FromHours(1));
        Demand(nameof(OperationTimeout), OperationTimeout, TimeSpan.FromMilliseconds(100), TimeSpan.FromMinutes(1));
        if (DeliveryLimit is < 1 or > 1000)
            throw new ConfigurationException($"{nameof(DeliveryLimit)} must be 1 to 1000.");
    }

    private static void Demand(string name, TimeSpan value, TimeSpan least, TimeSpan most)
    {
        if (value < least || value > most)
            throw new ConfigurationException($"{name} must be {least} to {most}.");
    }

    [GeneratedRegex("^[A-Za-z][A-Za-z0-9_]{0,49}$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex PrefixForm();
}
