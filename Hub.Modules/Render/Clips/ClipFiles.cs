using Hub.Contracts.Engine;
using Hub.Modules.Render.Working;

namespace Hub.Modules.Render.Clips;

/// <summary>
/// The files of one attempt. A share that has gone may hold up whoever touches it; nobody here waits for it longer than for a slow disk.
/// </summary>
internal sealed class ClipFiles(RenderFolders folders, Claim claim, string extension, string? publishPath)
{
    private static readonly TimeSpan TimeToDelete = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan TimeToFinish = TimeSpan.FromSeconds(10);

    // Read once for the checksum, and flushed, which the engine has done already.
    private const double SlowestBytesPerSecond = 20_000_000;

    /// <summary>Where the engine writes.</summary>
    public string Part => Final + ClipName.PartSuffix;

    private string Final { get; } = Path.Combine(folders.Clips, ClipName.For(claim.TemplateName, claim.InstructionId, claim.Attempt, claim.ClaimId, extension));

    /// <exception cref="IOException">The disk, or whatever is in its place, refused.</exception>
    /// <exception cref="TimeoutException">It does not answer.</exception>
    public async Task<FinishedClip> FinishAsync(RenderClip clip, RenderedClip rendered, CancellationToken cancellationToken)
    {
        var limit = TimeToFinish;
        try
        {
            var size = await Task.Run(() => DurableFiles.SizeOf(Part), cancellationToken).WaitAsync(limit, cancellationToken);
            limit += TimeSpan.FromSeconds(size / SlowestBytesPerSecond);
            await Task.Run(() => DurableFiles.Finish(Part, Final), cancellationToken).WaitAsync(limit, cancellationToken);
            var checksum = await DurableFiles.ChecksumAsync(Final, cancellationToken).WaitAsync(limit, cancellationToken);
            return new FinishedClip(Final, size, checksum, rendered.Frames, clip.Width, clip.Height, publishPath);
        }
        catch (TimeoutException exception)
        {
            throw new TimeoutException($"The disk of '{Final}' did not take the clip within {limit.TotalSeconds:0} s.", exception);
        }
    }

    /// <summary>Removes what a lost or failed attempt has left. What cannot be removed now, the sweep removes.</summary>
    public async Task DeleteAsync()
    {
        try
        {
            await Task.Run(Delete).WaitAsync(TimeToDelete);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or TimeoutException)
        {
            // The claim is given up, and its files are known by it.
        }
    }

    private void Delete()
    {
        DurableFiles.Delete(Part);
        DurableFiles.Delete(Final);
    }
}
