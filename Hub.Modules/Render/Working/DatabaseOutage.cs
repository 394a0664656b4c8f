using Npgsql;

namespace Hub.Modules.Render.Working;

/// <summary>Tells trouble of the connection or the server, which passes, from a statement the database refuses.</summary>
internal static class DatabaseOutage
{
    // Operator intervention: the server is shutting down, has crashed or is starting.
    private const string ServerIsRestarting = "57P";

    // This process stood still in the middle of a transaction, and the server has ended it.
    private const string StalledForTooLong = "25P03";

    public static bool IsBehind(Exception exception)
    {
        for (var cause = exception; cause is not null; cause = cause.InnerException)
        {
            if (cause is PostgresException refused)
            {
                return refused.IsTransient || refused.SqlState.StartsWith(ServerIsRestarting, StringComparison.Ordinal) || refused.SqlState == StalledForTooLong;
            }

            if (cause is NpgsqlException or TimeoutException or IOException)
            {
                return true;
            }
        }

        return false;
    }
}
