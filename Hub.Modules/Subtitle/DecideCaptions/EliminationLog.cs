using Hub.Modules.Subtitle.Persistence;
using Hub.Modules.Subtitle.Rules;
using Microsoft.EntityFrameworkCore;

namespace Hub.Modules.Subtitle.DecideCaptions;

/// <summary>Reads who went out of a session from its hands as they are known now, so that a corrected place needs no correcting here.</summary>
internal sealed class EliminationLog(SubtitleDbContext database)
{
    private static readonly Eliminations Nobody = new([]);

    /// <summary>Exports give places at final tables only.</summary>
    public async Task<Eliminations> ReadAsync(long sessionId, string sessionType, CancellationToken cancellationToken)
        => sessionType != SessionType.FinalTable ? Nobody : new Eliminations(await database.Hands.AsNoTracking()
            .Where(hand => hand.SessionId == sessionId && hand.WasPlayed)
            .OrderBy(hand => hand.StartTicks)
            .Select(hand => new PlacedHand(hand.StartTicks, hand.Placed))
            .ToListAsync(cancellationToken));
}
