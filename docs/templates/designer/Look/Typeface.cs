using TemplateDesigner.Lottie;

namespace TemplateDesigner.Look;

/// <summary>One condensed family for words that must fit, its wider sister for figures and labels.</summary>
internal static class Typeface
{
    public static readonly Font Names = new("RobotoCondensed-Bold", "Roboto Condensed", "Bold");
    public static readonly Font Figures = new("Roboto-Bold", "Roboto", "Bold");
    public static readonly Font Labels = new("Roboto-Medium", "Roboto", "Medium");

    /// <summary>Height of a capital letter of these fonts, as a part of the type size.</summary>
    public const double CapHeight = 0.711;
}
