using SkiaSharp;

namespace Hub.Adapters.Rendering.Lottie.Frames;

/// <summary>How frames are compressed: neighbouring pixels are alike, and more effort than that makes files hardly smaller and takes most of the time.</summary>
internal static class QuickPng
{
    public static readonly SKPngEncoderOptions Options = new(SKPngEncoderFilterFlags.Sub, 1);
}
