using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Hub.Adapters.Rendering.Lottie.Frames;

/// <summary>
/// From Skia's premultiplied RGBA to the straight alpha that files store. A table of all colour and alpha pairs is several times
/// faster than Skia's own conversion and never more than 1 off.
/// </summary>
internal static class StraightAlpha
{
    private static readonly byte[] Divided = BuildTable();

    /// <summary>Converts a row of pixels, alpha last.</summary>
    public static void ToRgba(ReadOnlySpan<uint> premultipliedRgba, Span<uint> straightRgba)
    {
        for (var i = 0; i < premultipliedRgba.Length; i++) straightRgba[i] = Straight(premultipliedRgba[i]);
    }

    /// <summary>Converts a row of pixels, alpha first.</summary>
    public static void ToArgb(ReadOnlySpan<uint> premultipliedRgba, Span<uint> straightArgb)
    {
        // On a little-endian machine a turn by one byte moves alpha in front of red, green and blue.
        for (var i = 0; i < premultipliedRgba.Length; i++) straightArgb[i] = BitOperations.RotateLeft(Straight(premultipliedRgba[i]), 8);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static uint Straight(uint pixel)
    {
        var alpha = pixel >> 24;
        return alpha is 0 or 255 ? pixel : Divide(pixel, alpha);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static uint Divide(uint pixel, uint alpha)
    {
        ref var row = ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(Divided), alpha << 8);
        return Unsafe.Add(ref row, pixel & 0xFF)
            | ((uint)Unsafe.Add(ref row, (pixel >> 8) & 0xFF) << 8)
            | ((uint)Unsafe.Add(ref row, (pixel >> 16) & 0xFF) << 16)
            | (alpha << 24);
    }

    private static byte[] BuildTable()
    {
        var table = new byte[256 * 256];
        for (var alpha = 1; alpha < 256; alpha++)
        {
            for (var colour = 0; colour < 256; colour++)
            {
                table[(alpha << 8) + colour] = (byte)Math.Min(255, ((colour * 255) + (alpha / 2)) / alpha);
            }
        }

        return table;
    }
}
