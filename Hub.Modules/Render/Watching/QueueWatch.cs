using Hub.Contracts.Monitoring;
using Hub.Modules.Kernel;
using Hub.Modules.Render.Domain;
using Hub.Modules.Render.Persistence;
using Hub.Modules.Render.Templates;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Hub.Modules.Render.Watching;

/// <summary>Once a minute: is the queue as it should be, can all templates be used, is anything left of what has failed?</summary>
internal sealed class QueueWatch(
    RenderDbContext db, QueueFiguresReader reader, StandingAlerts alerts, TemplateCatalog templates, IOptions<QueueAlertOptions> options, TimeProvider clock) : IRecurringJob
{
    private static readonly TimeSpan RecentFailures = TimeSpan.FromDays(1);

    public string Name => "render-queue-watch";

    public TimeSpan Interval => TimeSpan.FromMinutes(1);

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var figures = await reader.ReadAsync(cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await SyncAsync(AlertCodes.RenderPendingLong, QueueRules.PendingLong(figures, options.Value, now), "Nothing has been pending for too long any more.", cancellationToken);
        await SyncAsync(AlertCodes.RenderFailureRate, QueueRules.FailureRate(figures, options.Value, now), "The share of failures is as it should be.", cancellationToken);
        await SyncAsync(AlertCodes.RenderThroughputHalved, QueueRules.ThroughputHalved(figures, options.Value, now), "As many clips are made as usual, or none is asked for.", cancellationToken);
        await alerts.SyncAsync(AlertCodes.RenderTemplateBroken, [.. templates.Faults.Select(fault => Broken(fault, now))], "The package can be used.", cancellationToken);
        foreach (var (code, status) in new[] { (AlertCodes.RenderFailed, RenderStatus.Failed), (AlertCodes.RenderTimedOut, RenderStatus.TimedOut) })
            await alerts.KeepAsync(code, await TemplatesOfAsync(status, now, cancellationToken), "No clip of this template that was given up within the last day is left.", cancellationToken);

        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(CancellationToken.None);
    }

    private Task SyncAsync(string code, AlertRaised? standing, string whenOver, CancellationToken cancellationToken)
        => alerts.SyncAsync(code, standing is null ? [] : [standing], whenOver, cancellationToken);

    private Task<string[]> TemplatesOfAsync(string status, DateTimeOffset now, CancellationToken cancellationToken)
        => db.Instructions.Where(instruction => instruction.Status == status && instruction.CompletedAt > now - RecentFailures)
            .Select(instruction => instruction.TemplateName).Distinct().ToArrayAsync(cancellationToken);

    private static AlertRaised Broken(TemplateFault fault, DateTimeOffset now) => new()
    {
        Code = AlertCodes.RenderTemplateBroken,
        Severity = AlertSeverity.Warning,
        Subject = Path.GetFileName(Path.GetDirectoryName(fault.File)) ?? fault.File,
        Text = $"The template package cannot be used, and no clip of it is made: {fault.Reason}. Mend {fault.File}; it is read again by itself.",
        OccurredAt = now,
    };
}
