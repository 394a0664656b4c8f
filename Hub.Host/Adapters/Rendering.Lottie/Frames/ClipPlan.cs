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

    /// <summary>Runs through <paramref name="frames"/>.</summary>
    /// <param name="animation">A freshly loaded animation: what never moves shows up only the first time.</param>
    /// <param name="frames">The composition's frame for each frame of the clip.</param>
    /// <param name="size">Size of the clip in pixels.</param>
    public static ClipPlan Make(SkottieAnimation animation, IReadOnlyList<double> frames, SKSizeI size)
    {
        var touched = SKRect.Empty;
        var changed = new bool[frames.Count];
        for (var i = 0; i < frames.Count; i++)
        {
            var bounds = animation.Seek(frames[i]);
            changed[i] = i == 0 || !bounds.IsEmpty;
            touched.Union(bounds);
        }

        var scale = Math.Min(size.Width / animation.Size.Width, size.Height / animation.Size.Height);
        var placed = SKMatrix.CreateScaleTranslation(
            scale, scale, (size.Width - (animation.Size.Width * scale)) / 2, (size.Height - (animation.Size.Height * scale)) / 2).MapRect(touched);
        placed.Inflate(Margin, Margin);

        var area = SKRectI.Ceiling(placed, outwards: true);
        area.Intersect(SKRectI.Create(size));
        return new ClipPlan(frames, changed, area.IsEmpty ? SKRectI.Create(Margin, Margin) : area);
    }
}
