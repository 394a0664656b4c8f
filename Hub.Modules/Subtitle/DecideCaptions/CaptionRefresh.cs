using System.Linq.Expressions;
using Hub.Modules.Subtitle.Captions;
using Hub.Modules.Subtitle.Persistence;
using Hub.Modules.Subtitle.Programme;
using Hub.Modules.Subtitle.Tournaments;
using Microsoft.EntityFrameworkCore;

namespace Hub.Modules.Subtitle.DecideCaptions;

/// <summary>
/// Brings captions up to a correction, in the caller's transaction, after the correction itself was saved. Captions whose texts stay
/// the same are left alone.
/// </summary>
internal sealed class CaptionRefresh(SubtitleDbContext database, CaptionLog log, CaptionOrders orders, TournamentReader tournaments, ProgrammeReader programme)
{
    private const int BatchSize = 100;

    private static readonly string[] AboutProgramme =
        [.. Compositions.All.Where(composition => composition.Scope is CaptionScope.Tournament or CaptionScope.Programme).Select(composition => composition.Template)];

    /// <summary>What is known of players with these names, as exported, has changed.</summary>
    public Task RefreshNamesAsync(IEnumerable<string> names, CancellationToken cancellationToken)
    {
        var keys = names.Select(NameKey.Of).Distinct(StringComparer.Ordinal).ToList();
        return keys.Count == 0
            ? Task.CompletedTask
            : RefreshAsync(caption => caption.Names.Any(name => keys.Contains(name)), caption => caption.Moment, cancellationToken);
    }

    /// <summary>Who sits where at a table has changed. That is said of its session now, not of those before.</summary>
    public Task RefreshTableAsync(string tableName, CancellationToken cancellationToken)
    {
        var key = NameKey.Of(tableName);
        return RefreshAsync(
            caption => caption.TableKey == key && caption.SessionId == database.Captions.Where(other => other.TableKey == key).Max(other => other.SessionId),
            caption => caption.Moment,
            cancellationToken);
    }

    /// <summary>Something that was said about a tournament was wrong. How it goes on is no correction.</summary>
    public async Task RefreshTournamentAsync(string eventCode, CancellationToken cancellationToken)
    {
        if (await tournaments.FindAsync(eventCode, cancellationToken) is { } corrected)
        {
            await RefreshAsync(caption => caption.EventCode == eventCode, caption => caption.Moment.Correct(corrected), cancellationToken);
        }
    }

    /// <summary>What was entered about the programme has changed.</summary>
    public async Task RefreshProgrammeAsync(CancellationToken cancellationToken)
    {
        var facts = await programme.ReadAsync(cancellationToken);
        await RefreshAsync(
            caption => AboutProgramme.Contains(caption.Template),
            caption => caption.Moment with { Programme = facts with { Schedule = caption.Moment.Programme.Schedule } },
            cancellationToken);
    }

    private async Task RefreshAsync(Expression<Func<LoggedCaption, bool>> concerned, Func<LoggedCaption, CaptionMoment> momentOf, CancellationToken cancellationToken)
    {
        await log.HaveAloneAsync(cancellationToken);
        List<LoggedCaption> batch = [];
        do
        {
            batch = await log.ListAsync(concerned, after: batch is [.., var last] ? last.Id : 0, BatchSize, cancellationToken);
            foreach (var caption in batch)
            {
                await orders.RewriteAsync(caption, momentOf(caption), cancellationToken);
            }

            await database.SaveChangesAsync(cancellationToken);
            batch.ForEach(caption => database.Entry(caption).State = EntityState.Detached);
        }
        while (batch.Count == BatchSize);
    }
}
