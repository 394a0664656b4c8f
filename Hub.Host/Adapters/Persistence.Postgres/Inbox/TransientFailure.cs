using Npgsql;

namespace Hub.Adapters.Persistence.Postgres.Inbox;

/// <summary>Tells failures of the database's reachability from failures of the work.</summary>
internal static class TransientFailure
{
    /// <summary>Whether trying again later may help by itself: a lost connection, a server that restarts, a deadlock.</summary>
    public static bool Is(Exception exception)
    {
        for (var cause = exception; cause is not null; cause = cause.InnerException)
        {
            if (cause is NpgsqlException { IsTransient: true })
            {
                return true;
            }
        }

        return false;
    }
}
