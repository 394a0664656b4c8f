using Hub.Modules.Render.Domain;
using Hub.Modules.Render.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace Hub.Modules.Render.Clips;

/// <summary>
/// Removes what attempts that ended without a clip have left in the clip folder. It touches only files that bear a claim which the
/// database says was abandoned and is not the instruction's present one: never those of live claims, of finished clips, whatever has
/// become of their instruction, or of another installation.
/// </summary>
internal sealed partial class ClipSweep(RenderDbContext db, RenderFolders folders, ILogger<ClipSweep> logger)
{
    /// <returns>How many files were removed.</returns>
    public async Task<int> SweepAsync(CancellationToken cancellationToken)
    {
        // A claim whose worker was taken for gone is the instruction's until that is judged; its result may yet be accepted.
        var garbage = await db.AbandonedClaims
            .Where(abandoned => !db.Instructions.Any(instruction => instruction.ClaimId == abandoned.ClaimId && instruction.Status == RenderStatus.Processing))
            .Select(abandoned => abandoned.ClaimId).ToHashSetAsync(cancellationToken);
        if (garbage.Count == 0 || !Directory.Exists(folders.Clips))
        {
            return 0;
        }

        var found = Directory.EnumerateFileSystemEntries(folders.Clips).Select(file => (File: file, Claim: ClipName.ClaimIn(Path.GetFileName(file))))
            .Where(file => file.Claim is { } claim && garbage.Contains(claim)).ToList();
        var claims = found.ConvertAll(file => file.Claim);
        var finished = found.Count == 0 ? [] : await db.Outputs.Where(output => claims.Contains(output.ClaimId)).Select(output => output.ClaimId).ToListAsync(cancellationToken);
        var removed = found.Count(file => !finished.Contains(file.Claim) && TryDelete(file.File));

        if (removed > 0)
        {
            FilesRemoved(logger, removed, folders.Clips);
        }

        return removed;
    }

    /// <summary>A file that cannot be removed now must not keep the others.</summary>
    private bool TryDelete(string file)
    {
        try
        {
            DurableFiles.Delete(file);
            return true;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            NotRemoved(logger, file, exception.Message);
            return false;
        }
    }

    /// <summary>Forgets claims whose files every worker has had the time to remove.</summary>
    public Task ForgetAsync(CancellationToken cancellationToken)
        => db.Database.ExecuteSqlAsync($"DELETE FROM render.abandoned_claim WHERE abandoned_at < now() - interval '7 days'", cancellationToken);

    [LoggerMessage(Level = LogLevel.Warning, Message = "{File} of an abandoned attempt cannot be removed and is tried again: {Reason}")]
    private static partial void NotRemoved(ILogger logger, string file, string reason);

    [LoggerMessage(Level = LogLevel.Information, Message = "{Files} files of abandoned attempts removed from {Folder}")]
    private static partial void FilesRemoved(ILogger logger, int files, string folder);
}
