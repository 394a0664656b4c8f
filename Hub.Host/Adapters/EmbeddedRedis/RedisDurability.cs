namespace Hub.Adapters.EmbeddedRedis;

/// <summary>What a private Redis keeps when it ends.</summary>
public enum RedisDurability
{
    /// <summary>Nothing: all is in memory (<c>save ""</c>, <c>appendonly no</c>).</summary>
    None,

    /// <summary>All but the last second or two (<c>appendfsync everysec</c>).</summary>
    EverySecond,

    /// <summary>Every answered write (<c>appendfsync always</c>).</summary>
    Always,
}
