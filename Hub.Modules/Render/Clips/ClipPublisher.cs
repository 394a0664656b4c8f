using Hub.Contracts.Monitoring;
using Hub.Modules.Render.Persistence;
using MassTransit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace Hub.Modules.Render.Clips;

/// <summary>
/// Puts copies where requests asked for them by name: the last step of a clip, after its result is stored, so that only the clip that
/// counts is published. Any worker that can see the file may do it, as often as it likes.
/// </summary>
internal sealed partial class ClipPublisher(RenderDbContext db, IPublishEndpoint events, TimeProvider clock, ILogger<ClipPublisher> logger)
{
    /// <summary>Publishes what waits; a copy that cannot be made is reported and tried again next time, after all others.</summary>
    public async Task PublishAsync(CancellationToken cancellationToken)
    {
        var waiting = await db.Outputs.AsNoTracking().Where(output => output.PublishPath != null && output.PublishedAt == null && output.RemovedAt == null)
            .OrderBy(output => output.CopyFailedAt != null).ThenBy(output => output.CopyFailedAt).ThenBy(output => output.Id).ToListAsync(cancellationToken);
        foreach (var output in waiting.Where(output => Path.Exists(output.OutputPath)))
        {
            try
            {
                await PublishAsync(output, cancellationToken);
            }
            catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
            {
                await KeepFailureAsync(output, exception, cancellationToken);
            }
        }
    }

    private async Task PublishAsync(RenderOutput output, CancellationToken cancellationToken)
    {
        // Asked before the copy is made, and again when nothing can come in between any more.
        await DemandOffAirAsync(output, cancellationToken);
        using var copy = await StagedCopy.MakeAsync(output.OutputPath, output.PublishPath!, clock, cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await CopyLock.TakeAsync(db, output.PublishPath!, cancellationToken);
        await DemandOffAirAsync(output, cancellationToken);
        copy.Place();
        await db.Database.ExecuteSqlAsync($"UPDATE public.render_outputs SET published_at = clock_timestamp() WHERE id = {output.Id}", cancellationToken);
        if (await db.Database.ExecuteSqlAsync($"UPDATE public.render_outputs SET copy_failed_at = NULL WHERE id = {output.Id} AND copy_failed_at IS NOT NULL", cancellationToken) > 0)
        {
            await events.Publish(
                new AlertResolved { Code = AlertCodes.RenderCopyFailed, Subject = output.PublishPath!, Text = "The copy is there.", OccurredAt = clock.GetUtcNow() }, cancellationToken);
            await db.SaveChangesAsync(cancellationToken);
        }

        await transaction.CommitAsync(CancellationToken.None);
    }

    /// <exception cref="IOException">What bears that name now is on air.</exception>
    private async Task DemandOffAirAsync(RenderOutput output, CancellationToken cancellationToken)
    {
        // Shares may not tell upper from lower case.
        var onAir = await db.Database.SqlQuery<int>(
            $"""
             SELECT id AS "Value" FROM public.render_outputs
             WHERE on_air_at IS NOT NULL AND published_at IS NOT NULL AND id <> {output.Id} AND lower(publish_path) = lower({output.PublishPath})
             """).ToListAsync(cancellationToken);
        if (onAir.Count > 0)
        {
            throw new IOException($"'{output.PublishPath}' is the copy of clip {onAir[0]}, which is marked on air; it is replaced when the mark is taken off.");
        }
    }

    /// <summary>Tells of the first failure only; the time of the last one puts the copy behind the others.</summary>
    private async Task KeepFailureAsync(RenderOutput output, Exception reason, CancellationToken cancellationToken)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var isFirst = await db.Database.ExecuteSqlAsync(
            $"UPDATE public.render_outputs SET copy_failed_at = clock_timestamp() WHERE id = {output.Id} AND published_at IS NULL AND copy_failed_at IS NULL", cancellationToken) > 0;
        if (!isFirst)
        {
            await db.Database.ExecuteSqlAsync(
                $"UPDATE public.render_outputs SET copy_failed_at = clock_timestamp() WHERE id = {output.Id} AND published_at IS NULL", cancellationToken);
        }
        else
        {
            NotPublished(logger, output.OutputPath, output.PublishPath!, reason);
            await events.Publish(
                new AlertRaised
                {
                    Code = AlertCodes.RenderCopyFailed,
                    Severity = AlertSeverity.Warning,
                    Subject = output.PublishPath!,
                    Text = $"The copy of clip {output.Id} cannot be made and is tried again: {reason.Message}",
                    OccurredAt = clock.GetUtcNow(),
                },
                cancellationToken);
            await db.SaveChangesAsync(cancellationToken);
        }

        await transaction.CommitAsync(CancellationToken.None);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "{File} could not be copied to {Copy}; it is tried again")]
    private static partial void NotPublished(ILogger logger, string file, string copy, Exception exception);
}
