using Hub.Contracts.Engine;

namespace Hub.Adapters.Rendering.Lottie.Composition;

/// <summary>Length and pace of a composition.</summary>
/// <param name="FramesPerSecond">The composition's own frame rate.</param>
/// <param name="Frames">Its length in frames of its own rate.</param>
/// <param name="Hold">The still middle part, or null; see <see cref="Composition.Hold"/>.</param>
/// <param name="PosterMark">The frame that its maker marked as the one that shows it best, or null.</param>
internal sealed record Timeline(double FramesPerSecond, double Frames, Hold? Hold, double? PosterMark)
{
    /// <summary>Name of that marker.</summary>
    public const string PosterMarker = "poster";

    /// <summary>The frame that shows the composition best.</summary>
    public double Poster => Math.Clamp(PosterMark ?? (Hold is { } hold ? hold.Start + (hold.Length / 2) : Frames / 2), 0, Frames - 1);

    /// <summary>
    /// The composition's frame for each frame of a clip. A clip of another length than the composition holds the still middle
    /// longer or shorter, so that it still ends with the way out; without a hold it is cut short or stays on the last frame.
    /// </summary>
    public IReadOnlyList<double> FramesOf(RenderClip clip)
    {
        var pace = FramesPerSecond / clip.FramesPerSecond;
        var ownLength = Math.Max(1, (int)Math.Round(Frames / pace));
        var length = clip.DurationFrames ?? ownLength;
        var extra = (length - ownLength) * pace;
        return [.. Enumerable.Range(0, length).Select(frame => Math.Min(Hold?.Map(frame * pace, extra) ?? frame * pace, Frames - 1))];
    }
}
