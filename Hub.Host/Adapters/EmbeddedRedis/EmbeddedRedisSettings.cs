namespace Hub.Adapters.EmbeddedRedis;

/// <summary>What a private Redis needs to know.</summary>
public sealed record EmbeddedRedisSettings
{
    /// <summary>Its own folder, made when it does not exist: configuration, log and, when it is durable, its data.</summary>
    public required string Folder { get; init; }

    /// <summary>Port on the loopback address; 0 takes a free one.</summary>
    public int Port { get; init; }

    /// <summary>Password of its default user, without commas and blanks; null makes a random one.</summary>
    public string? Password { get; init; }

    /// <summary>What it keeps when it ends.</summary>
    public RedisDurability Durability { get; init; }

    /// <summary>Path of redis-server, or null to look for it in PATH.</summary>
    public string? Binary { get; init; }
}
