using Hub.Modules.Render.Persistence;
using Hub.Modules.Render.Working;

namespace Hub.Modules.Render.Clips;

/// <summary>A clip that lies complete and flushed under its own name.</summary>
/// <param name="File">Absolute path.</param>
/// <param name="Size">Bytes.</param>
/// <param name="Checksum">SHA-256 in lower-case hex.</param>
/// <param name="Frames">Frames in the file.</param>
/// <param name="Width">Pixels.</param>
/// <param name="Height">Pixels.</param>
/// <param name="PublishPath">Where a copy was asked for; null when it was not.</param>
internal sealed record FinishedClip(string File, long Size, string Checksum, int Frames, int Width, int Height, string? PublishPath)
{
    public RenderOutput ToOutput(Claim claim, string worker) => new()
    {
        InstructionId = claim.InstructionId,
        OutputPath = File,
        FileSize = Size,
        FrameCount = Frames,
        Width = Width,
        Height = Height,
        Attempt = claim.Attempt,
        ClaimId = claim.ClaimId,
        Checksum = Checksum,
        Worker = worker,
        PublishPath = PublishPath,
    };
}
