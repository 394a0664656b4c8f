using Hub.Adapters.Rendering.Lottie.Native;
using Hub.Contracts.Engine;
using SkiaSharp;

namespace Hub.Adapters.Rendering.Lottie.Frames;

/// <summary>Draws frames of one animation at the size of a clip.</summary>
internal sealed class FrameRenderer : IDisposable
{
    private readonly SkottieAnimation _animation;
    private readonly SKSurface _surface;

    public FrameRenderer(SkottieAnimation animation, SKSizeI size)
    {
        _animation = animation;
        Size = size;
        _surface = SKSurface.Create(new SKImageInfo(size.Width, size.Height, SKColorType.Rgba8888, SKAlphaType.Premul))
            ?? throw new RenderEngineException($"There is no memory for a frame of {size.Width} × {size.Height} pixels.", isFinal: false);
    }

    /// <summary>Size of the clip in pixels.</summary>
    public SKSizeI Size { get; }

    /// <summary>Draws a frame of the composition, counted from its in-point; fractions lie between two frames.</summary>
    public void Draw(double frame)
    {
        _animation.Seek(frame);
        _surface.Canvas.Clear(SKColors.Transparent);
        _animation.Draw(_surface.Canvas, SKRect.Create(Size));
    }

    /// <summary>The smallest rectangle around everything that the drawn frame shows; empty when it shows nothing.</summary>
    public SKRectI Ink()
    {
        using var pixmap = _surface.PeekPixels();
        var pixels = pixmap.GetPixelSpan<uint>();
        var ink = SKRectI.Empty;
        for (var y = 0; y < Size.Height; y++)
        {
            var row = pixels.Slice(y * Size.Width, Size.Width);
            var left = row.IndexOfAnyExcept(0u);
            if (left < 0) continue;

            var inRow = new SKRectI(left, y, row.LastIndexOfAnyExcept(0u) + 1, y + 1);
            ink = ink.IsEmpty ? inRow : SKRectI.Union(ink, inRow);
        }

        return ink;
    }

    /// <summary>Copies a part of the drawn frame, row by row.</summary>
    public void CopyTo(Span<uint> target, SKRectI area, PixelLayout layout)
    {
        using var pixmap = _surface.PeekPixels();
        var pixels = pixmap.GetPixelSpan<uint>();
        for (var row = 0; row < area.Height; row++)
        {
            var drawn = pixels.Slice(((area.Top + row) * Size.Width) + area.Left, area.Width);
            var copy = target.Slice(row * area.Width, area.Width);
            switch (layout)
            {
                case PixelLayout.StraightArgb:
                    StraightAlpha.ToArgb(drawn, copy);
                    break;
                case PixelLayout.StraightRgba:
                    StraightAlpha.ToRgba(drawn, copy);
                    break;
                case PixelLayout.OverBlack:
                    drawn.CopyTo(copy);
                    break;
            }
        }
    }

    /// <summary>The drawn frame as a PNG with straight alpha.</summary>
    public byte[] ToPng()
    {
        using var pixmap = _surface.PeekPixels();
        using var png = pixmap.Encode(QuickPng.Options)
            ?? throw new RenderEngineException($"There is no memory for a picture of {Size.Width} × {Size.Height} pixels.", isFinal: false);
        return png.ToArray();
    }

    public void Dispose() => _surface.Dispose();
}
