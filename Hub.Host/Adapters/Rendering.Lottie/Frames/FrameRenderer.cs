using Hub.Adapters.Rendering.Lottie.Native;
using Hub.Contracts.Engine;
using SkiaSharp;

namespace Hub.Adapters.Rendering.Lottie.Frames;

/// <summary>Draws frames of one animation at the size of a clip and hands out the part that is ever drawn on.</summary>
internal sealed class FrameRenderer : IDisposable
{
    private readonly SkottieAnimation _animation;
    private readonly SKSizeI _size;
    private readonly SKRectI _area;
    private readonly SKSurface _surface;

    public FrameRenderer(SkottieAnimation animation, SKSizeI size, SKRectI area)
    {
        _animation = animation;
        _size = size;
        _area = area;
        var info = new SKImageInfo(size.Width, size.Height, SKColorType.Rgba8888, SKAlphaType.Premul);
        _surface = SKSurface.Create(info)
            ?? throw new RenderEngineException($"There is no memory for a frame of {size.Width} × {size.Height} pixels.", isFinal: false);
        // Not a smaller surface: positions, and with them every rounding, stay those of the whole picture.
        _surface.Canvas.ClipRect(area);
    }

    /// <summary>Bytes of the area: four a pixel.</summary>
    public int AreaSize => _area.Width * _area.Height * sizeof(uint);

    /// <summary>Draws a frame of the composition; fractions lie between two frames.</summary>
    /// <param name="frame">Frame, counted from the in-point.</param>
    /// <param name="straightArgb">Receives the area's pixels, row by row.</param>
    public void Draw(double frame, Span<uint> straightArgb)
    {
        _animation.Seek(frame);
        _surface.Canvas.Clear(SKColors.Transparent);
        _animation.Draw(_surface.Canvas, SKRect.Create(_size));

        using var pixmap = _surface.PeekPixels();
        var pixels = pixmap.GetPixelSpan<uint>();
        for (var row = 0; row < _area.Height; row++)
        {
            StraightAlpha.Convert(
                pixels.Slice(((_area.Top + row) * _size.Width) + _area.Left, _area.Width),
                straightArgb.Slice(row * _area.Width, _area.Width));
        }
    }

    public void Dispose() => _surface.Dispose();
}
