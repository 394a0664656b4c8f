namespace TemplateDesigner.Look;

/// <summary>
/// Where things stand on 1920 × 1080: twelve columns between the graphics-safe edges of EBU R 95 (5 %). Plates meet on multiples of 3, which are
/// whole pixels at 720p, too.
/// </summary>
internal static class Grid
{
    public const int Width = 1920;
    public const int Height = 1080;

    /// <summary>Graphics-safe: 5 % at each side. Every plate stays within.</summary>
    public const double Left = 96;
    public const double Right = Width - Left;
    public const double Top = 54;

    /// <summary>Width of the lower thirds about one player, so that one may follow another.</summary>
    public const double LowerThird = 1140;

    /// <summary>Lower thirds stand on this line, clear of the graphics-safe edge at 1026 and of a ticker below.</summary>
    public const double Bottom = 984;

    public const double Middle = Width / 2.0;

    /// <summary>Thickness of the line between two plates. Plates touch: through a gap bright video would flicker.</summary>
    public const double Divider = 2;

    /// <summary>From the edge of a plate to what stands on it.</summary>
    public const double Padding = 24;

    private const double Column = 122;
    private const double Gutter = 24;

    /// <summary>Width of this many columns.</summary>
    public static double Span(int columns) => (columns * (Column + Gutter)) - Gutter;

    /// <summary>Left edge of something <paramref name="width"/> wide in the middle of the picture.</summary>
    public static double Centred(double width) => Middle - (width / 2);
}
