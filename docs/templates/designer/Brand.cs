using TemplateDesigner.Lottie;

namespace TemplateDesigner;

/// <summary>The look all templates share: colours, type, grid and pace. docs/templates.md shows and explains it.</summary>
internal static class Brand
{
    // Colours: near-black with a trace of blue, one gold, white text. Red is kept for eliminations.
    public static readonly Colour Gold = Colour.Of("#E6BE6A");
    public static readonly Colour White = Colour.Of("#FFFFFF");
    public static readonly Colour Silver = Colour.Of("#B4BECB");

    public static readonly Paint HeaderPaint = new(Colour.Of("#0E1218"), Colour.Of("#080B0F"));
    public static readonly Paint PlatePaint = new(Colour.Of("#1B212B"), Colour.Of("#12161D"), Opacity: 96);
    public static readonly Paint GoldPaint = new(Colour.Of("#F3D58A"), Colour.Of("#C8973B"));
    public static readonly Paint RedPaint = new(Colour.Of("#D9423F"), Colour.Of("#9E1F24"));
    public static readonly Paint QuietPaint = Paint.Plain(Silver, 40);

    // Type: one condensed family for names, its wider sister for figures.
    public static readonly Font Names = new("RobotoCondensed-Bold", "Roboto Condensed", "Bold");
    public static readonly Font Figures = new("Roboto-Bold", "Roboto", "Bold");
    public static readonly Font Labels = new("Roboto-Medium", "Roboto", "Medium");

    /// <summary>Height of a capital letter of these fonts, as a part of the type size.</summary>
    public const double CapHeight = 0.711;

    // Grid at 1920 × 1080: everything in units of 12; plates within action safe (5 %), text within title safe (10 %).
    public const int Width = 1920;
    public const int Height = 1080;

    // Pace at 30 frames a second: 5 s, in about 1.3 s, out in under 1 s, nothing on the last frames.
    public const int FramesPerSecond = 30;
    public const int Frames = 150;
    public const int SlideIn = 16;
    public const int FadeIn = 10;
    public const int TextDelay = 6;
    public const int HoldFrom = 42;
    public const int OutFrom = 126;
    public const int SlideOut = 11;
}
