using System.Linq.Expressions;
using Hub.Modules.Subtitle.Captions;
using Hub.Modules.Subtitle.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Hub.Modules.Subtitle.DecideCaptions;

/// <summary>
/// The captions that Render was asked for. Who writes captions shares the log, and who enters a correction has it alone, both until the
/// transaction ends: either the caption is written with the correction, or the correction finds the caption.
/// </summary>
internal sealed class CaptionLog(SubtitleDbContext database, TimeProvider clock)
{
    private const string Lock = "hub subtitle captions";

    public Task ShareAsync(CancellationToken cancellationToken)
        => database.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock_shared(hashtextextended({Lock}, 0))", cancellationToken);

    /// <summary>Keeps the hands of a session as they are for somebody who asks for a caption while it is not their turn. To be taken before the log.</summary>
    public Task HoldSessionAsync(long sessionId, CancellationToken cancellationToken)
        => database.Database.ExecuteSqlAsync($"SELECT 1 FROM subtitle.session WHERE session_id = {sessionId} FOR SHARE", cancellationToken);

    public Task HaveAloneAsync(CancellationToken cancellationToken)
        => database.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock(hashtextextended({Lock}, 0))", cancellationToken);

    public Task<LoggedCaption?> FindAsync(CaptionOrder order, CancellationToken cancellationToken)
        => database.Captions.SingleOrDefaultAsync(
            caption => caption.TriggerType == order.TriggerType && caption.TriggerId == order.TriggerId && caption.Template == order.Template
                && caption.Subject == order.Subject && caption.RequestNo == order.RequestNo,
            cancellationToken);

    /// <summary>Captions that are still wanted, in the order in which they were asked for.</summary>
    public Task<List<LoggedCaption>> ListAsync(Expression<Func<LoggedCaption, bool>> concerned, long after, int most, CancellationToken cancellationToken)
        => database.Captions
            .Where(caption => caption.WithdrawnBecause == null && caption.Id > after)
            .Where(concerned)
            .OrderBy(caption => caption.Id)
            .Take(most)
            .ToListAsync(cancellationToken);

    public async Task<LoggedCaption> AddAsync(CaptionOrder order, WrittenCaption written, CancellationToken cancellationToken)
    {
        var caption = new LoggedCaption
        {
            TriggerType = order.TriggerType,
            TriggerId = order.TriggerId,
            Template = order.Template,
            Subject = order.Subject,
            RequestNo = order.RequestNo,
            Order = order,
            SessionId = order.SessionId,
            StartTicks = order.StartTicks,
            LooksBack = Compositions.Find(order.Template)!.LooksBack(order.Options),
            TableKey = written.Source.Hand is { } hand ? NameKey.Of(hand.TableName) : null,
            EventCode = written.Source.Tournament?.EventCode,
            Names = written.Names(),
            Moment = CaptionMoment.Of(written.Source),
            Fields = written.Fields,
            CreatedAt = clock.GetUtcNow(),
        };
        database.Captions.Add(caption);
        // At once: the next look into the log is a query.
        await database.SaveChangesAsync(cancellationToken);
        return caption;
    }
}
