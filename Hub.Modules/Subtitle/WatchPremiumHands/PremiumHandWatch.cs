using Hub.Modules.Kernel;
using Hub.Modules.Subtitle.Persistence;
using Hub.Modules.Subtitle.Rules;
using MassTransit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Hub.Modules.Subtitle.WatchPremiumHands;

/// <summary>
/// Looks for live premium hands without a caption, and tells of each once. Whoever has no caption rules at all wants no captions, and is
/// not told.
/// </summary>
internal sealed class PremiumHandWatch(
    SubtitleDbContext database, CaptionRulesStore rules, IPublishEndpoint events, IOptions<SubtitleOptions> options, TimeProvider clock) : IRecurringJob
{
    /// <summary>Nobody will show an older one.</summary>
    private static readonly TimeSpan Oldest = TimeSpan.FromDays(1);

    public string Name => "subtitle-premium-hand-watch";

    public TimeSpan Interval => TimeSpan.FromMinutes(1);

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        await using var transaction = await database.Database.BeginTransactionAsync(cancellationToken);
        foreach (var hand in await ForgiveAsync(cancellationToken))
            await events.Publish(hand.Resolved(now), cancellationToken);
        if (rules.Current.Rules.Rules.Count > 0)
        {
            foreach (var hand in await MissAsync(now, cancellationToken))
                await events.Publish(hand.Raised(now), cancellationToken);
        }

        await database.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(CancellationToken.None);
    }

    private Task<List<MissedHand>> MissAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        var (oldest, newest) = ((now - Oldest).UtcTicks, (now - TimeSpan.FromMinutes(options.Value.PremiumHandMinutes)).UtcTicks);
        return database.Database.SqlQuery<MissedHand>(
            $"""
             UPDATE subtitle.hand SET missed_at = {now}
             WHERE missed_at IS NULL AND was_played AND start_ticks BETWEEN {oldest} AND {newest}
               AND (facts ->> 'isPremium')::boolean AND ({options.Value.CaptionBacklog} OR NOT (facts ->> 'isBacklog')::boolean)
               AND NOT EXISTS (
                 SELECT FROM subtitle.caption
                 WHERE caption.session_id = hand.session_id AND caption.start_ticks = hand.start_ticks AND caption.withdrawn_because IS NULL)
             RETURNING facts ->> 'tableId' AS table_id, facts ->> 'tableName' AS table_name, (facts ->> 'handNumber')::int AS hand_number, facts ->> 'handRank' AS hand_rank
             """).ToListAsync(cancellationToken);
    }

    private Task<List<MissedHand>> ForgiveAsync(CancellationToken cancellationToken)
        => database.Database.SqlQuery<MissedHand>(
            $"""
             UPDATE subtitle.hand SET missed_at = NULL
             WHERE missed_at IS NOT NULL AND (NOT was_played OR NOT (facts ->> 'isPremium')::boolean OR EXISTS (
               SELECT FROM subtitle.caption
               WHERE caption.session_id = hand.session_id AND caption.start_ticks = hand.start_ticks AND caption.withdrawn_because IS NULL))
             RETURNING facts ->> 'tableId' AS table_id, facts ->> 'tableName' AS table_name, (facts ->> 'handNumber')::int AS hand_number, facts ->> 'handRank' AS hand_rank
             """).ToListAsync(cancellationToken);
}
