using Hub.Modules.Render.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace Hub.Modules.Render.Clips;

/// <summary>
/// Puts copies where requests asked for them by name: the last step of a clip, after its result is stored, so that only the clip that
/// counts is published. Any worker that can see the file may do it, as often as it likes.
/// </summary>
internal sealed partial class ClipPublisher(RenderDbContext db, ILogger<ClipPublisher> logger)
{
    private const int AtATime = 20;

    /// <summary>Publishes what waits; a copy that cannot be made is reported and tried again next time.</summary>
    public async Task PublishAsync(CancellationToken cancellationToken)
    {
        var waiting = await db.Outputs.Where(output => output.PublishPath != null && output.PublishedAt == null)
            .OrderBy(output => output.Id).Take(AtATime).ToListAsync(cancellationToken);
        foreach (var output in waiting.Where(output => Path.Exists(output.OutputPath)))
        {
            try
            {
                await DurableFiles.CopyAsync(output.OutputPath, output.PublishPath!, cancellationToken);
                await db.Database.ExecuteSqlAsync($"UPDATE public.render_outputs SET published_at = clock_timestamp() WHERE id = {output.Id}", cancellationToken);
            }
            catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
            {
                NotPublished(logger, output.OutputPath, output.PublishPath!, exception);
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "{File} could not be copied to {Copy}; it is tried again")]
    private static partial void NotPublished(ILogger logger, string file, string copy, Exception exception);
}
