using TemplateDesigner.Lottie;

namespace TemplateDesigner.Look;

/// <summary>
/// Near-black plates with a trace of blue, white text, one gold. Red is kept for players who are out or about to be. Every text colour keeps
/// 4.5 : 1 on its plate whatever video lies behind; a test holds the pairs in docs/design/graphics.md to that.
/// </summary>
internal static class Palette
{
    public static readonly Colour White = Colour.Of("#FFFFFF");
    public static readonly Colour Silver = Colour.Of("#B9C3D0");
    public static readonly Colour Gold = Colour.Of("#EBC572");
    public static readonly Colour Ink = Colour.Of("#0B0E13");

    /// <summary>Titles and names stand on it.</summary>
    public static readonly Paint Header = new(Colour.Of("#131A24"), Colour.Of("#090C11"), Opacity: 98);

    /// <summary>Rows and figures stand on it.</summary>
    public static readonly Paint Plate = new(Colour.Of("#1D2531"), Colour.Of("#151B24"), Opacity: 96);

    public static readonly Paint GoldFill = new(Colour.Of("#F4D88F"), Colour.Of("#CC9C41"));
    public static readonly Paint RedFill = new(Colour.Of("#C53438"), Colour.Of("#93191F"));
    public static readonly Paint QuietFill = Paint.Plain(Silver, 38);
    public static readonly Paint Divider = Paint.Plain(White, 14);

    /// <summary>Behind everything in clips without alpha.</summary>
    public static readonly Paint Backdrop = new(Colour.Of("#16302E"), Colour.Of("#060A0D"));

    public static readonly Paint BackdropOrnament = Paint.Plain(White, 3);
}
