using Hub.Modules.FeatureTable.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Hub.Modules.FeatureTable.StoreHands;

/// <summary>The row of a session as a lock: whoever holds it gives out the session's sequences and table ids.</summary>
internal sealed class SessionLock(FeatureTableDbContext database)
{
    /// <summary>Waits for the session's row, which it makes if need be, and holds it to the end of the caller's transaction.</summary>
    /// <param name="found">The session as found in an export; the stored row keeps what it has.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async Task<SessionRow> AcquireAsync(SessionRow found, CancellationToken cancellationToken)
    {
        await database.Database.ExecuteSqlAsync(
            $"""
            INSERT INTO feature_table.session (session_id, type, table_name, last_sequence, hand_count)
            VALUES ({found.SessionId}, {found.Type}, {found.TableName}, 0, 0)
            ON CONFLICT (session_id) DO NOTHING
            """,
            cancellationToken);
        var locked = await database.Sessions
            .FromSql($"SELECT * FROM feature_table.session WHERE session_id = {found.SessionId} FOR NO KEY UPDATE")
            .ToListAsync(cancellationToken);
        return locked.Single();
    }
}
