using System.Text;
using SkiaSharp;

namespace Hub.Adapters.Rendering.Lottie.Native;

/// <summary>An animation that can be drawn frame by frame. Belongs to one thread at a time.</summary>
internal sealed class SkottieAnimation : IDisposable
{
    private readonly AnimationHandle _animation;
    private readonly InvalidationHandle _invalidation = SkottieNative.InvalidationNew();

    private SkottieAnimation(AnimationHandle animation)
    {
        _animation = animation;
        SkottieNative.AnimationGetSize(animation, out var size);
        Size = size;
        FramesPerSecond = SkottieNative.AnimationGetFramesPerSecond(animation);
        Duration = SkottieNative.AnimationGetDuration(animation);
    }

    /// <summary>Size in composition pixels.</summary>
    public SKSize Size { get; }

    public double FramesPerSecond { get; }

    /// <summary>Length in seconds.</summary>
    public double Duration { get; }

    /// <summary>Loads an animation; images are looked up in <paramref name="folder"/>. Null when Skia cannot read it.</summary>
    public static SkottieAnimation? Load(ReadOnlySpan<byte> json, string folder)
    {
        using var builder = SkottieNative.BuilderNew(SkottieNative.PreferEmbeddedFonts);
        var path = Encoding.UTF8.GetBytes(folder);
        using var nativePath = SkottieNative.StringNew(path, (nuint)path.Length);
        using var files = SkottieNative.FileResourceProviderMake(nativePath, predecode: true);
        using var images = SkottieNative.DataUriResourceProviderMake(files, predecode: true);
        SkottieNative.BuilderSetResourceProvider(builder, images);

        var animation = SkottieNative.BuilderMakeFromData(builder, json, (nuint)json.Length);
        if (!animation.IsInvalid) return new SkottieAnimation(animation);

        animation.Dispose();
        return null;
    }

    /// <summary>Moves to a frame, counted from the in-point.</summary>
    /// <returns>The rectangle that differs from the frame before, in composition pixels; empty when nothing does.</returns>
    public SKRect Seek(double frame)
    {
        SkottieNative.InvalidationReset(_invalidation);
        SkottieNative.AnimationSeekFrame(_animation, (float)frame, _invalidation);
        SkottieNative.InvalidationGetBounds(_invalidation, out var bounds);
        return bounds;
    }

    /// <summary>Draws the current frame, fitted into <paramref name="destination"/>.</summary>
    public void Draw(SKCanvas canvas, SKRect destination)
    {
        SkottieNative.AnimationRender(_animation, canvas.Handle, in destination);
        GC.KeepAlive(canvas);
    }

    public void Dispose()
    {
        _invalidation.Dispose();
        _animation.Dispose();
        // Skia's cache of drawn glyphs holds on to up to 2048 fonts, counting not their size but that of what it drew with them;
        // those of an animation are its own and never asked for again.
        SKGraphics.PurgeFontCache();
    }
}
