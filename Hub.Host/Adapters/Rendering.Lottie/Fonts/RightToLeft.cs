using System.Text;

namespace Hub.Adapters.Rendering.Lottie.Fonts;

/// <summary>Characters written from right to left (Unicode blocks of Hebrew, Arabic, Syriac, Thaana, N'Ko and their presentation forms).</summary>
internal static class RightToLeft
{
    public static bool Contains(Rune rune)
        => rune.Value is (>= 0x0590 and <= 0x08FF) or (>= 0xFB1D and <= 0xFDFF) or (>= 0xFE70 and <= 0xFEFC) or (>= 0x10800 and <= 0x10FFF) or (>= 0x1E800 and <= 0x1EFFF);
}
