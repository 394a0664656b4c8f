using System.Globalization;
using MassTransit;

namespace Hub.Adapters.Messaging.Redis.Connection;

/// <summary>What a server must be to carry messages.</summary>
internal static class ServerRequirements
{
    private static readonly Version LeastVersion = new(7, 0);

    /// <exception cref="ConnectionException">Redis cannot be reached.</exception>
    public static async Task<IReadOnlyList<ServerFinding>> CheckAsync(RedisConnection connection, CancellationToken cancellationToken)
    {
        try
        {
            return Check(await connection.InfoAsync(cancellationToken));
        }
        catch (TransportException exception)
        {
            return [new(false, $"The server's settings cannot be looked at, give the user the INFO command: {exception.Message}")];
        }
    }

    /// <param name="info">What the server says of itself (INFO).</param>
    public static IReadOnlyList<ServerFinding> Check(IReadOnlyDictionary<string, string> info)
    {
        List<ServerFinding> findings = [];
        if (!Version.TryParse(info.GetValueOrDefault("redis_version"), out var version) || version < LeastVersion)
            findings.Add(new(true, string.Create(CultureInfo.InvariantCulture, $"Redis {info.GetValueOrDefault("redis_version", "of unknown version")} is too old: {LeastVersion} or newer is needed.")));
        if (info.GetValueOrDefault("maxmemory_policy") is { } policy and not "noeviction")
            findings.Add(new(true, $"Redis may delete messages when its memory is full (maxmemory-policy {policy}): set maxmemory-policy noeviction."));
        if (info.GetValueOrDefault("role") is "slave")
            findings.Add(new(true, "This Redis is a replica: connect to the primary."));
        if (info.GetValueOrDefault("aof_enabled") is "0")
            findings.Add(new(false, "Redis keeps messages in memory only (appendonly no): after a restart they travel again from the database, which takes some seconds. appendonly yes avoids that."));
        return findings;
    }
}
