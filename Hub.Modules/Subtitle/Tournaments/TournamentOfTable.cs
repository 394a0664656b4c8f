using Hub.Modules.Subtitle.Captions;
using Hub.Modules.Subtitle.Programme;

namespace Hub.Modules.Subtitle.Tournaments;

/// <summary>Finds the tournament that is played at a table.</summary>
internal sealed class TournamentOfTable(TournamentReader tournaments, ProgrammeReader programme)
{
    /// <summary>
    /// The one assigned to the table. A table that nobody has assigned belongs to the tournament that is being played, as long as there is
    /// only one.
    /// </summary>
    /// <returns>Null where neither is known.</returns>
    public async Task<TournamentFacts?> FindAsync(string tableName, CancellationToken cancellationToken)
    {
        if (await programme.EventOfTableAsync(tableName, cancellationToken) is { } eventCode)
            return await tournaments.FindAsync(eventCode, cancellationToken);

        return await tournaments.RunningAsync(cancellationToken) is [var only] ? only : null;
    }
}
