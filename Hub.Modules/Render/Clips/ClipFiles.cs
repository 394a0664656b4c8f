using Hub.Contracts.Engine;
using Hub.Modules.Render.Working;

namespace Hub.Modules.Render.Clips;

/// <summary>The files of one attempt.</summary>
internal sealed class ClipFiles
{
    private readonly string? _publishPath;

    public ClipFiles(RenderFolders folders, Claim claim, string extension, string? publishPath)
    {
        Directory.CreateDirectory(folders.Clips);
        Final = Path.Combine(folders.Clips, ClipName.For(claim.TemplateName, claim.InstructionId, claim.Attempt, claim.ClaimId, extension));
        _publishPath = publishPath;
    }

    /// <summary>Where the engine writes.</summary>
    public string Part => Final + ClipName.PartSuffix;

    private string Final { get; }

    public async Task<FinishedClip> FinishAsync(RenderClip clip, RenderedClip rendered, CancellationToken cancellationToken)
    {
        DurableFiles.Finish(Part, Final);
        return new FinishedClip(
            Final, DurableFiles.SizeOf(Final), await DurableFiles.ChecksumAsync(Final, cancellationToken), rendered.Frames, clip.Width, clip.Height, _publishPath);
    }

    /// <summary>Removes what a lost or failed attempt has left.</summary>
    public void Delete()
    {
        DurableFiles.Delete(Part);
        DurableFiles.Delete(Final);
    }
}
