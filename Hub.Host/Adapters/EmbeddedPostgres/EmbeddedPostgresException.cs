namespace Hub.Adapters.EmbeddedPostgres;

/// <summary>The private PostgreSQL cannot run. The message says why and what to do, in words for the operator.</summary>
public sealed class EmbeddedPostgresException : Exception
{
    /// <summary>Creates the error.</summary>
    public EmbeddedPostgresException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }
}
