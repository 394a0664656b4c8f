namespace Hub.Adapters.Persistence.Postgres.Migrator;

/// <summary>The database cannot be used; the message says why and what to do.</summary>
public sealed class DatabaseUnavailableException : Exception
{
    /// <summary>With a message for the operator.</summary>
    public DatabaseUnavailableException(string message)
        : base(message)
    {
    }

    /// <summary>With a message for the operator and what caused it.</summary>
    public DatabaseUnavailableException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
