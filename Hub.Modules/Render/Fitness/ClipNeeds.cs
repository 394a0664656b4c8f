using Hub.Contracts.Engine;

namespace Hub.Modules.Render.Fitness;

/// <summary>What a clip will take while it is made: a generous guess, for the question whether there is room at all.</summary>
/// <param name="DiskBytes">Size of the file, or of all pictures of a sequence.</param>
/// <param name="MemoryBytes">Memory beyond what an engine and its encoder take for a clip of the usual size, which is what the reserve is for.</param>
internal sealed record ClipNeeds(long DiskBytes, long MemoryBytes)
{
    private const long Megabyte = 1 << 20;

    // Surfaces, buffers of both ends of the pipe, frames the encoder holds back.
    private const int PicturesInMemory = 16;
    private const long UsualPixels = 1920 * 1080;

    public static ClipNeeds Of(RenderClip clip)
    {
        var pixels = (long)clip.Width * clip.Height;
        var frames = clip.DurationFrames ?? clip.FramesPerSecond;
        return new ClipNeeds(Megabyte + (long)(pixels * frames * BytesPerPixel(clip.Format)), Math.Max(0, pixels - UsualPixels) * sizeof(uint) * PicturesInMemory);
    }

    public static ClipNeeds operator +(ClipNeeds one, ClipNeeds other) => new(one.DiskBytes + other.DiskBytes, one.MemoryBytes + other.MemoryBytes);

    public static ClipNeeds operator -(ClipNeeds one, ClipNeeds other) => new(one.DiskBytes - other.DiskBytes, one.MemoryBytes - other.MemoryBytes);

    /// <summary>Of a full leaderboard, several times over: measured 0.03, 0.18, 0.08 and 0.001.</summary>
    private static double BytesPerPixel(ClipFormat format) => format switch
    {
        ClipFormat.ProRes4444 => 0.4,
        ClipFormat.PngSequence => 0.25,
        ClipFormat.Mp4 => 0.05,
        _ => 0.25,
    };
}
