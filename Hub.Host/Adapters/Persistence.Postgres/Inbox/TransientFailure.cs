using Npgsql;

namespace Hub.Adapters.Persistence.Postgres.Inbox;

/// <summary>Tells failures of the database's reachability from failures of the work.</summary>
internal static class TransientFailure
{
    // idle_in_transaction_session_timeout: this process stood still in the middle of a transaction, and the server has ended it.
    private const string StalledForTooLong = "25P03";

    /// <summary>Whether trying again later may help by itself: a lost connection, a server that restarts, a deadlock, a session that stalled.</summary>
    public static bool Is(Exception exception)
    {
        for (var cause = exception; cause is not null; cause = cause.InnerException)
        {
            if (cause is NpgsqlException { IsTransient: true } or PostgresException { SqlState: StalledForTooLong })
            {
                return true;
            }
        }

        return false;
    }
}
