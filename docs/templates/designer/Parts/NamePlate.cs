using TemplateDesigner.Look;
using TemplateDesigner.Lottie;

namespace TemplateDesigner.Parts;

/// <summary>The line of a lower third that says who or what it is about.</summary>
internal static class NamePlate
{
    public const double Height = 84;

    private const double DiamondCentre = 42;
    private const double TextLeft = 78;

    // The rule at the foot belongs to the plate; text is centred in what is left above it.
    private const double Middle = (Height - 4) / 2;

    /// <summary>A name and its flag.</summary>
    public static Layer OfPlayer(string nameLayer, double left, double top, double width) => OfPlayer(nameLayer, TypeScale.Name, left, top, width);

    /// <summary>A name and its flag on a short plate.</summary>
    public static Layer OfPlayer(string nameLayer, TextStyle style, double left, double top, double width)
    {
        var flagLeft = width - Grid.Padding - FlagBox.Large.Width;
        return Empty(left, top, width)
            .Live(nameLayer, "Player Name", style, TextLeft, Middle, flagLeft - Grid.Padding - TextLeft)
            .Flag("Flag", width - Grid.Padding, Middle, FlagBox.Large)
            .ToLayer();
    }

    /// <summary>Words alone.</summary>
    public static Layer OfWords(string layer, string sample, double left, double top, double width)
        => Empty(left, top, width).Live(layer, sample, TypeScale.Name, TextLeft, Middle, width - Grid.Padding - TextLeft).ToLayer();

    private static Panel Empty(double left, double top, double width)
        => new Panel("Name Panel", left, top, width, Height, inFrom: 0, Pace.HeaderOut)
            .HeaderPlate(Shape.Diamond(DiamondCentre, Middle, 17, Palette.GoldFill));
}
