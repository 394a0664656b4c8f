using System.Collections.Concurrent;
using Hub.Modules.Render.Clips;
using Hub.Modules.Render.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Hub.Modules.Render.Retention;

/// <summary>
/// Removes the files of clips that are kept no longer, where this host sees them: clip folders may be a share of all or each machine's own.
/// Only files below the output roots that bear the claim of their row.
/// </summary>
internal sealed partial class RemovedClips(IServiceScopeFactory scopes, RenderFolders folders, TimeProvider clock, ILogger<RemovedClips> logger)
{
    // Another machine's, or on a share that is away just now.
    private static readonly TimeSpan LookAgainAfter = TimeSpan.FromHours(1);

    private readonly ConcurrentDictionary<int, DateTimeOffset> _notHere = [];

    /// <returns>How many clips.</returns>
    public async Task<int> DeleteAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<RenderDbContext>();
        var removed = await db.Outputs.AsNoTracking().Where(output => output.RemovedAt != null && output.FileRemovedAt == null)
            .OrderBy(output => output.Id).Select(output => new { output.Id, output.OutputPath, output.ClaimId }).ToListAsync(cancellationToken);
        var deleted = 0;
        foreach (var output in removed.Where(output => !IsNotHere(output.Id)))
        {
            var path = Path.GetFullPath(output.OutputPath);
            if (!folders.IsBelowOutputRoot(path) || ClipName.ClaimIn(Path.GetFileName(path)) != output.ClaimId || !Path.Exists(path))
            {
                _notHere[output.Id] = clock.GetUtcNow() + LookAgainAfter;
                continue;
            }

            if (TryDelete(output.Id, path))
            {
                await db.Database.ExecuteSqlAsync($"UPDATE public.render_outputs SET file_removed_at = clock_timestamp() WHERE id = {output.Id}", cancellationToken);
                deleted++;
            }
        }

        return deleted;
    }

    private bool IsNotHere(int id) => _notHere.TryGetValue(id, out var until) && clock.GetUtcNow() < until;

    private bool TryDelete(int id, string path)
    {
        try
        {
            if (Directory.Exists(folders.Previews))
            {
                foreach (var preview in Directory.EnumerateFiles(folders.Previews, $"{id}-*"))
                {
                    File.Delete(preview);
                }
            }

            DurableFiles.Delete(path);
            return true;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            NotDeleted(logger, path, exception);
            return false;
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "{File} is kept no longer and could not be removed; it is tried again")]
    private static partial void NotDeleted(ILogger logger, string file, Exception exception);
}
