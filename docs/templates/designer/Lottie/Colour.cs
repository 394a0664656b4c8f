using System.Globalization;

namespace TemplateDesigner.Lottie;

/// <summary>A colour with parts from 0 to 1.</summary>
internal sealed record Colour(double Red, double Green, double Blue)
{
    public static Colour Of(string hex)
    {
        double Part(int start) => Math.Round(int.Parse(hex.AsSpan(start, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture) / 255.0, 4);
        return new Colour(Part(1), Part(3), Part(5));
    }
}
