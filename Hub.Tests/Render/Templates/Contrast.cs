using TemplateDesigner.Lottie;

namespace Hub.Tests.Render.Templates;

/// <summary>Contrast as WCAG 2 defines it.</summary>
internal static class Contrast
{
    /// <summary>1 (none) to 21 (black on white).</summary>
    public static double Between(Colour one, Colour other)
    {
        var (darker, lighter) = (Math.Min(Luminance(one), Luminance(other)), Math.Max(Luminance(one), Luminance(other)));
        return (lighter + 0.05) / (darker + 0.05);
    }

    /// <summary>What is seen of a colour that lets something behind it through.</summary>
    public static Colour Over(Colour behind, Colour colour, double opacity)
    {
        double Mix(double front, double back) => (front * opacity) + (back * (1 - opacity));
        return new Colour(Mix(colour.Red, behind.Red), Mix(colour.Green, behind.Green), Mix(colour.Blue, behind.Blue));
    }

    private static double Luminance(Colour colour)
        => (0.2126 * Linear(colour.Red)) + (0.7152 * Linear(colour.Green)) + (0.0722 * Linear(colour.Blue));

    private static double Linear(double part) => part <= 0.04045 ? part / 12.92 : Math.Pow((part + 0.055) / 1.055, 2.4);
}
