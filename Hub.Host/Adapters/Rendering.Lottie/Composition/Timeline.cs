namespace Hub.Adapters.Rendering.Lottie.Composition;

/// <summary>Length and pace of a composition.</summary>
/// <param name="FramesPerSecond">The composition's own frame rate.</param>
/// <param name="Frames">Its length in frames of its own rate.</param>
/// <param name="Hold">The still middle part, or null; see <see cref="Composition.Hold"/>.</param>
internal sealed record Timeline(double FramesPerSecond, double Frames, Hold? Hold)
{
    /// <summary>Frames of a clip with the composition's own length at another rate.</summary>
    public int OwnLength(int framesPerSecond) => Math.Max(1, (int)Math.Round(Frames * framesPerSecond / FramesPerSecond));

    /// <summary>
    /// The composition frame to show in a clip's frame. A clip of another length than the composition holds its middle longer or
    /// shorter, so that it still ends with the way out; without a hold it is cut short or stays on the last frame.
    /// </summary>
    public double At(int clipFrame, int clipFrames, int framesPerSecond)
    {
        var pace = FramesPerSecond / framesPerSecond;
        var frame = clipFrame * pace;
        if (Hold is not null && clipFrames != OwnLength(framesPerSecond)) frame = Hold.Map(frame, extra: (clipFrames * pace) - Frames);
        return Math.Min(frame, Math.Max(0, Frames - 1));
    }
}
