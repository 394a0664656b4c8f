namespace Hub.Adapters.Rendering.Lottie.Frames;

/// <summary>How an encoder wants its pixels: four bytes each.</summary>
internal enum PixelLayout
{
    /// <summary>Alpha first, colours not multiplied by it: what QuickTime Animation stores.</summary>
    StraightArgb,

    /// <summary>Alpha last, colours not multiplied by it: what a PNG stores.</summary>
    StraightRgba,

    /// <summary>As Skia draws: colours multiplied by alpha, which are those over black when alpha is left out.</summary>
    OverBlack,
}
