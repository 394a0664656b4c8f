using System.Diagnostics;
using FluentAssertions;

namespace Hub.Tests.Adapters.Lottie;

/// <summary>The pixels of a finished clip, as any other program sees them.</summary>
internal sealed class DecodedClip
{
    private readonly byte[] _pixels;
    private readonly int _width;
    private readonly int _height;

    private DecodedClip(byte[] pixels, int width, int height) => (_pixels, _width, _height) = (pixels, width, height);

    public int Frames => _pixels.Length / FrameSize;

    private int FrameSize => _width * _height * 4;

    /// <summary>Decodes every frame to straight RGBA.</summary>
    public static async Task<DecodedClip> ReadAsync(string file, int width, int height)
    {
        var input = Directory.Exists(file) ? Path.Combine(file, $"{Path.GetFileName(file).Split('.')[0]}_%05d.png") : file;
        string[] arguments = ["-v", "error", "-i", input, "-fps_mode", "passthrough", "-f", "rawvideo", "-pix_fmt", "rgba", "pipe:1"];
        using var ffmpeg = Process.Start(new ProcessStartInfo("ffmpeg", arguments) { UseShellExecute = false, RedirectStandardOutput = true })!;
        using var pixels = new MemoryStream();
        await ffmpeg.StandardOutput.BaseStream.CopyToAsync(pixels);
        await ffmpeg.WaitForExitAsync();
        ffmpeg.ExitCode.Should().Be(0, "the clip must be readable");
        return new DecodedClip(pixels.ToArray(), width, height);
    }

    /// <summary>All pixels of a frame, RGBA.</summary>
    public ReadOnlySpan<byte> Frame(int frame) => _pixels.AsSpan(frame * FrameSize, FrameSize);

    public (byte Red, byte Green, byte Blue, byte Alpha) Pixel(int frame, int x, int y)
    {
        var at = Frame(frame)[(((y * _width) + x) * 4)..];
        return (at[0], at[1], at[2], at[3]);
    }

    /// <summary>The smallest rectangle around everything that is not transparent.</summary>
    public (int Left, int Top, int Right, int Bottom) Ink(int frame) => Bounds((x, y) => Pixel(frame, x, y).Alpha > 0);

    /// <summary>The smallest rectangle around everything that another clip shows differently.</summary>
    public (int Left, int Top, int Right, int Bottom) Difference(DecodedClip other, int frame)
        => Bounds((x, y) => Pixel(frame, x, y) != other.Pixel(frame, x, y));

    private (int Left, int Top, int Right, int Bottom) Bounds(Func<int, int, bool> counts)
    {
        var (left, top, right, bottom) = (_width, _height, -1, -1);
        for (var y = 0; y < _height; y++)
        {
            for (var x = 0; x < _width; x++)
            {
                if (!counts(x, y)) continue;
                (left, top, right, bottom) = (Math.Min(left, x), Math.Min(top, y), Math.Max(right, x), Math.Max(bottom, y));
            }
        }

        return (left, top, right, bottom);
    }
}
