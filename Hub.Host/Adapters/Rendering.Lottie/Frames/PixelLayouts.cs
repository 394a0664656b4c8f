using Hub.Contracts.Engine;

namespace Hub.Adapters.Rendering.Lottie.Frames;

/// <summary>Which format wants which pixels.</summary>
internal static class PixelLayouts
{
    public static PixelLayout Of(ClipFormat format) => format switch
    {
        ClipFormat.PngSequence => PixelLayout.StraightRgba,
        ClipFormat.Mp4 => PixelLayout.OverBlack,
        _ => PixelLayout.StraightArgb,
    };
}
