namespace Hub.Adapters.EmbeddedRedis;

/// <summary>The private Redis cannot run. The message says why and what to do, in words for the operator.</summary>
public sealed class EmbeddedRedisException : Exception
{
    /// <summary>Creates the error.</summary>
    public EmbeddedRedisException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }
}
