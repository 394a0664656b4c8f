using Hub.Adapters.Rendering.Lottie.Native;
using SkiaSharp;

namespace Hub.Adapters.Rendering.Lottie.Frames;

/// <summary>
/// What a clip will show, found by running through it without drawing (about 0.03 ms a frame): most graphics stand still
/// most of the time and cover a small part of the picture, and neither needs drawing, converting or sending.
/// </summary>
/// <param name="Frames">The composition's frame for each frame of the clip.</param>
/// <param name="Changed">Whether a frame differs from the one before it; the first always does.</param>
/// <param name="Area">The pixels that are ever drawn on. Never empty.</param>
internal sealed record ClipPlan(IReadOnlyList<double> Frames, IReadOnlyList<bool> Changed, SKRectI Area)
{
    // Skia's bounds are exact before smoothing; a smoothed edge reaches into the next pixel.
    private const int Margin = 2;

    /// <summary>Bytes of the area: four a pixel.</summary>
    public int AreaBytes => Area.Width * Area.Height * sizeof(uint);

    /// <summary>Runs through <paramref name="frames"/>.</summary>
    /// <param name="animation">The animation.</param>
    /// <param name="frames">The composition's frame for each frame of the clip.</param>
    /// <param name="renderer">Draws the first frame: Skia reports changes, and what never moves never changes.</param>
    public static ClipPlan Make(SkottieAnimation animation, IReadOnlyList<double> frames, FrameRenderer renderer)
    {
        renderer.Draw(frames[0]);
        var area = renderer.Ink();
        var toPixels = FitInto(renderer.Size, animation.Size);
        var changed = new bool[frames.Count];
        changed[0] = true;
        for (var i = 1; i < frames.Count; i++)
        {
            var bounds = animation.Seek(frames[i]);
            if (bounds.IsEmpty) continue;

            changed[i] = true;
            area = Union(area, Outwards(toPixels.MapRect(bounds)));
        }

        area.Intersect(SKRectI.Create(renderer.Size));
        return new ClipPlan(frames, changed, area.IsEmpty ? SKRectI.Create(1, 1) : area);
    }

    /// <summary>The same plan with an area of whole blocks, for an encoder whose blocks must not mix what was drawn with what it fills in.</summary>
    public ClipPlan InBlocksOf(int side, SKSizeI clip)
    {
        var area = new SKRectI(
            Area.Left / side * side, Area.Top / side * side,
            Math.Min((Area.Right + side - 1) / side * side, clip.Width), Math.Min((Area.Bottom + side - 1) / side * side, clip.Height));
        return this with { Area = area };
    }

    private static SKMatrix FitInto(SKSizeI clip, SKSize composition)
    {
        var scale = Math.Min(clip.Width / composition.Width, clip.Height / composition.Height);
        return SKMatrix.CreateScaleTranslation(
            scale, scale, (clip.Width - (composition.Width * scale)) / 2, (clip.Height - (composition.Height * scale)) / 2);
    }

    private static SKRectI Outwards(SKRect bounds)
    {
        bounds.Inflate(Margin, Margin);
        return SKRectI.Ceiling(bounds, outwards: true);
    }

    private static SKRectI Union(SKRectI one, SKRectI other) => one.IsEmpty ? other : SKRectI.Union(one, other);
}
