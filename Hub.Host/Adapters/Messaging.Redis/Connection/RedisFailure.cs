using MassTransit;
using StackExchange.Redis;

namespace Hub.Adapters.Messaging.Redis.Connection;

/// <summary>Says a failure of Redis in the words of the bus.</summary>
internal static class RedisFailure
{
    // The server is there and will be able to answer later.
    private static readonly string[] Passing = ["LOADING", "BUSY", "MISCONF", "MASTERDOWN", "READONLY", "TRYAGAIN", "CLUSTERDOWN", "NOREPLICAS"];

    /// <summary>True for what the client throws when Redis does not do what it was asked.</summary>
    public static bool IsOfRedis(Exception exception) => exception is RedisException or RedisTimeoutException or ObjectDisposedException;

    /// <param name="exception">One that <see cref="IsOfRedis"/>.</param>
    /// <param name="address">Of the server, without login.</param>
    public static Exception Translate(Exception exception, Uri address) => exception switch
    {
        RedisServerException server when StartsWith(server, "NOQUEUE") || StartsWith(server, "NOTOPIC") => new TopologyLostException(server.Message),
        RedisServerException server when Passing.Any(word => StartsWith(server, word)) => new ConnectionException($"Redis at {address.Authority} cannot work now: {server.Message}", exception),
        RedisServerException server when StartsWith(server, "OOM") => new TransportException(address, $"Redis at {address.Authority} has no memory left (maxmemory) and takes no more messages; give it more, or have the queues read.", exception),
        RedisServerException server => new TransportException(address, $"Redis at {address.Authority} refuses: {server.Message}", exception),
        RedisConnectionException { FailureType: ConnectionFailureType.AuthenticationFailure } => new ConnectionException($"Redis at {address.Authority} refuses the login: check user and password.", exception),
        RedisTimeoutException => new ConnectionException($"Redis at {address.Authority} did not answer in time.", exception),
        _ => new ConnectionException($"Redis at {address.Authority} cannot be reached: {exception.Message}", exception),
    };

    private static bool StartsWith(RedisServerException exception, string word) => exception.Message.StartsWith(word, StringComparison.Ordinal);
}
