using System.Globalization;
using Hub.Contracts.Monitoring;
using Hub.Modules.Kernel;
using Hub.Modules.Render.Domain;
using Hub.Modules.Render.Persistence;
using MassTransit;
using Microsoft.EntityFrameworkCore;

namespace Hub.Modules.Render.Deadlines;

/// <summary>Warns as soon as a clip will not be done when it is needed, while there is still time to do something about it.</summary>
internal sealed class DeadlineWatch(RenderDbContext db, IPublishEndpoint events, QueueOutlook outlook, TimeProvider clock) : IRecurringJob
{
    /// <summary>A forecast that is better by less than this may be worse again at the next look.</summary>
    private static readonly TimeSpan Margin = TimeSpan.FromSeconds(5);

    public string Name => "render-deadlines";

    public TimeSpan Interval => TimeSpan.FromSeconds(3);

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        if (!await IsAnythingToWatchAsync(cancellationToken))
        {
            return;
        }

        var forecast = await outlook.ReadAsync(cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await RaiseAsync(forecast, cancellationToken);
        await ResolveAsync(forecast, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(CancellationToken.None);
    }

    private Task<bool> IsAnythingToWatchAsync(CancellationToken cancellationToken)
        => db.Database.SqlQuery<bool>(
            $"""
             SELECT EXISTS (SELECT FROM public.render_instructions WHERE status IN ('pending', 'processing') AND needed_at IS NOT NULL)
               OR EXISTS (SELECT FROM render.deadline_risk) AS "Value"
             """).SingleAsync(cancellationToken);

    private async Task RaiseAsync(QueueForecast forecast, CancellationToken cancellationToken)
    {
        foreach (var clip in forecast.Clips.Where(clip => LatenessOf(clip, forecast) > TimeSpan.Zero))
        {
            var isNew = await db.Database.ExecuteSqlAsync(
                $"""
                 INSERT INTO render.deadline_risk (instruction_id)
                 SELECT id FROM public.render_instructions WHERE id = {clip.Id} AND status IN ('pending', 'processing')
                 ON CONFLICT DO NOTHING
                 """,
                cancellationToken);
            if (isNew == 1)
            {
                await events.Publish(
                    new AlertRaised
                    {
                        Code = AlertCodes.RenderDeadlineAtRisk,
                        Severity = AlertSeverity.Warning,
                        Subject = SubjectOf(clip.Id),
                        Text = TextOf(clip, forecast.Of(clip.Id)),
                        OccurredAt = clock.GetUtcNow(),
                    },
                    cancellationToken);
            }
        }
    }

    private async Task ResolveAsync(QueueForecast forecast, CancellationToken cancellationToken)
    {
        var open = forecast.Clips.ToDictionary(clip => clip.Id);
        var risks = await db.DeadlineRisks
            .Join(db.Instructions, risk => risk.InstructionId, row => row.Id, (risk, row) => new { row.Id, row.Status, row.NeededAt, row.CompletedAt })
            .ToListAsync(cancellationToken);
        foreach (var risk in risks)
        {
            var isOpen = risk.Status is RenderStatus.Pending or RenderStatus.Processing;
            if (isOpen && (!open.TryGetValue(risk.Id, out var clip) || LatenessOf(clip, forecast) > -Margin))
            {
                continue;
            }

            if (await db.DeadlineRisks.Where(row => row.InstructionId == risk.Id).ExecuteDeleteAsync(cancellationToken) == 1)
            {
                await events.Publish(
                    new AlertResolved
                    {
                        Code = AlertCodes.RenderDeadlineAtRisk,
                        Subject = SubjectOf(risk.Id),
                        Text = isOpen ? "It will be done in time after all." : EndOf(risk.Status, risk.CompletedAt - risk.NeededAt),
                        OccurredAt = clock.GetUtcNow(),
                    },
                    cancellationToken);
            }
        }
    }

    /// <summary>By how much it will be too late; null for one that nobody needs at a time.</summary>
    private static TimeSpan? LatenessOf(OpenClip clip, QueueForecast forecast)
        // Where no worker is there to make a forecast of, it is late when its time has come.
        => clip.NeededAt is { } neededAt ? (forecast.Of(clip.Id) ?? forecast.Now) - neededAt : null;

    private static string SubjectOf(int instructionId) => string.Create(CultureInfo.InvariantCulture, $"instruction {instructionId}");

    private static string TextOf(OpenClip clip, DateTimeOffset? eta)
        => eta is null
            ? string.Create(CultureInfo.InvariantCulture, $"'{clip.TemplateName}' is needed at {clip.NeededAt:u}, and no worker is running. Start one.")
            : string.Create(CultureInfo.InvariantCulture, $"'{clip.TemplateName}' is needed at {clip.NeededAt:u} and will be done at about {eta:u}. Give it a higher priority, cancel what can wait, or start another worker.");

    private static string EndOf(string status, TimeSpan? late)
        => (status, late) switch
        {
            (RenderStatus.Completed, { } by) when by > TimeSpan.Zero => string.Create(CultureInfo.InvariantCulture, $"It is done, {by.TotalSeconds:0} s too late."),
            (RenderStatus.Completed, _) => "It is done, in time.",
            _ => $"It is {status}.",
        };
}
