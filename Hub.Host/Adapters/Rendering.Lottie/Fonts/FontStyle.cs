using SkiaSharp;

namespace Hub.Adapters.Rendering.Lottie.Fonts;

/// <summary>Weight and slant of a font.</summary>
/// <param name="Weight">100 (thin) to 900 (black); 400 is regular.</param>
/// <param name="Italic">True for italic and oblique.</param>
/// <param name="Width">1 (ultra-condensed) to 9 (ultra-expanded); 5 is normal.</param>
internal readonly record struct FontStyle(int Weight, bool Italic, int Width)
{
    // Longer names first: "semibold" also ends in "bold".
    private static readonly (string Name, int Weight)[] Weights =
    [
        ("extralight", 200), ("ultralight", 200), ("semibold", 600), ("demibold", 600), ("extrabold", 800), ("ultrabold", 800),
        ("thin", 100), ("light", 300), ("medium", 500), ("bold", 700), ("black", 900), ("heavy", 900),
    ];

    /// <summary>Reads a style as After Effects writes it: <c>Regular</c>, <c>Bold Italic</c>, <c>SemiBold</c>.</summary>
    public static FontStyle Parse(string? name)
    {
        var compact = (name ?? "").Replace(" ", "", StringComparison.Ordinal).Replace("-", "", StringComparison.Ordinal);
        var weight = Weights.FirstOrDefault(known => Has(compact, known.Name), (Name: "regular", Weight: 400)).Weight;
        return new FontStyle(weight, Has(compact, "italic") || Has(compact, "oblique"), Has(compact, "condensed") ? 3 : 5);
    }

    public static FontStyle Of(SKTypeface typeface)
        => new(typeface.FontWeight, typeface.FontSlant != SKFontStyleSlant.Upright, typeface.FontWidth);

    /// <summary>How badly another style stands in for this one; 0 is the same.</summary>
    public int DistanceTo(FontStyle other)
        => Math.Abs(Weight - other.Weight) + (Italic == other.Italic ? 0 : 1000) + (Math.Abs(Width - other.Width) * 100);

    private static bool Has(string name, string part) => name.Contains(part, StringComparison.OrdinalIgnoreCase);
}
