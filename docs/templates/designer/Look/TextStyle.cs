using TemplateDesigner.Lottie;

namespace TemplateDesigner.Look;

/// <summary>How a kind of text looks.</summary>
/// <param name="Font">Typeface.</param>
/// <param name="Size">Type size in pixels.</param>
/// <param name="Colour">Colour.</param>
/// <param name="Tracking">Extra space after each character, in thousandths of an em.</param>
/// <param name="MinScale">How far live text may be condensed to fit its box.</param>
internal sealed record TextStyle(Font Font, double Size, Colour Colour, double Tracking = 0, double MinScale = 0.55)
{
    /// <summary>Height of its capitals in pixels.</summary>
    public double CapHeight => Size * Typeface.CapHeight;

    public TextStyle In(Colour colour) => this with { Colour = colour };
}
