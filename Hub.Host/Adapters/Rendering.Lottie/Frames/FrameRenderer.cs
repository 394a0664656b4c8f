using System.Runtime.InteropServices;
using Hub.Adapters.Rendering.Lottie.Native;
using Hub.Contracts.Engine;
using SkiaSharp;

namespace Hub.Adapters.Rendering.Lottie.Frames;

/// <summary>Draws the frames of one animation at the size of a clip.</summary>
internal sealed class FrameRenderer : IDisposable
{
    private readonly SkottieAnimation _animation;
    private readonly SKImageInfo _info;
    private readonly SKSurface _surface;
    private bool _isFirst = true;

    public FrameRenderer(SkottieAnimation animation, int width, int height)
    {
        _animation = animation;
        _info = new SKImageInfo(width, height, SKColorType.Rgba8888, SKAlphaType.Premul);
        _surface = SKSurface.Create(_info) ?? throw new RenderEngineException($"There is no memory for a frame of {width} × {height} pixels.", isFinal: false);
    }

    /// <summary>Bytes of one frame: four a pixel.</summary>
    public int FrameSize => _info.BytesSize;

    /// <summary>Moves to a frame and draws it, unless it is the same as the one before.</summary>
    /// <param name="frame">Frame of the composition, counted from its in-point; fractions lie between two frames.</param>
    /// <returns>False when nothing changed and nothing was drawn.</returns>
    public bool Draw(double frame)
    {
        var changed = _animation.Seek(frame);
        if (changed.IsEmpty && !_isFirst) return false;

        _isFirst = false;
        var canvas = _surface.Canvas;
        canvas.Clear(SKColors.Transparent);
        _animation.Draw(canvas, SKRect.Create(_info.Width, _info.Height));
        return true;
    }

    /// <summary>Copies the drawn frame as straight-alpha ARGB.</summary>
    public void CopyTo(Span<byte> straightArgb)
    {
        using var pixels = _surface.PeekPixels();
        StraightAlpha.Convert(pixels.GetPixelSpan<uint>(), MemoryMarshal.Cast<byte, uint>(straightArgb));
    }

    public void Dispose() => _surface.Dispose();
}
