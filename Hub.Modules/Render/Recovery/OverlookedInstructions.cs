using Hub.Contracts.Monitoring;
using Hub.Modules.Render.Dispatching;
using Hub.Modules.Render.Persistence;
using MassTransit;
using Microsoft.EntityFrameworkCore;

namespace Hub.Modules.Render.Recovery;

/// <summary>Instructions that are due and have no ticket although there is room. A coordinator looks twice a second; if none does, this does.</summary>
internal sealed class OverlookedInstructions(RenderDbContext db, IPublishEndpoint events, TicketDispatcher dispatcher, TimeProvider clock)
{
    /// <summary>Longer than any coordinator that is alive needs.</summary>
    public static readonly TimeSpan TimeToBeSeen = TimeSpan.FromSeconds(5);

    private const int MostLookedAt = 100;
    private const string AlertSubject = "the queue";

    /// <summary>Sends out tickets for those that were overlooked at two looks.</summary>
    /// <returns>How many there were.</returns>
    public async Task<int> SendOutAsync(CancellationToken cancellationToken)
    {
        var seen = await LookAsync(cancellationToken);
        if (seen.Count == 0)
        {
            return 0;
        }

        await Task.Delay(TimeToBeSeen, clock, cancellationToken);
        seen.IntersectWith(await LookAsync(cancellationToken));
        if (seen.Count == 0)
        {
            return 0;
        }

        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await events.Publish(
            new AlertRaised
            {
                Code = AlertCodes.RenderOverlooked,
                Severity = AlertSeverity.Warning,
                Subject = AlertSubject,
                Text = $"{seen.Count} instructions (the first is {seen.Min()}) waited although there was room, and were sent out by the reaper. Is a host with the coordinator's role running?",
                OccurredAt = clock.GetUtcNow(),
            },
            cancellationToken);
        await dispatcher.FillWindowAsync(cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(CancellationToken.None);
        return seen.Count;
    }

    private async Task<HashSet<int>> LookAsync(CancellationToken cancellationToken)
        => await dispatcher.HasRoomAsync(cancellationToken)
            ? await db.Database.SqlQuery<int>(
                $"""
                 SELECT id AS "Value" FROM public.render_instructions
                 WHERE status = 'pending' AND dispatched_at IS NULL AND (not_before IS NULL OR not_before <= {clock.GetUtcNow()})
                 ORDER BY is_backlog, priority, created_at, id
                 LIMIT {MostLookedAt}
                 """).ToHashSetAsync(cancellationToken)
            : [];
}
