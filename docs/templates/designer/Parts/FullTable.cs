using TemplateDesigner.Look;
using TemplateDesigner.Lottie;

namespace TemplateDesigner.Parts;

/// <summary>A table in the middle of the picture: a header of two lines, and rows.</summary>
/// <param name="Width">Width in pixels.</param>
/// <param name="Rows">How many rows.</param>
/// <param name="RowPitch">From one row to the next.</param>
internal sealed record FullTable(double Width, int Rows, double RowPitch)
{
    public const double HeaderHeight = 132;

    private const double DiamondCentre = 60;
    private const double TitleMiddle = 43;

    // Above the rule at the header's foot.
    private const double HeaderMiddle = (HeaderHeight - 4) / 2;

    /// <summary>Where titles and names begin.</summary>
    public const double TextLeft = 120;

    /// <summary>Middle of the header's second line.</summary>
    public const double SecondLine = 97;

    /// <summary>Where figures end.</summary>
    public double FiguresRight => Width - 36;

    private double Left => Grid.Centred(Width);

    private double Top => Math.Floor((Grid.Height - HeaderHeight - (Rows * RowPitch)) / 12) * 6;

    /// <summary>The header with nothing on it but its ornament.</summary>
    public Panel Header() => new Panel("Header", Left, Top, Width, HeaderHeight, inFrom: 0, Pace.HeaderOut, Entrance.FromAbove)
        .HeaderPlate(Shape.Diamond(DiamondCentre, HeaderMiddle, 25, Palette.GoldFill));

    /// <summary>A title that changes.</summary>
    public Panel LiveTitle(Panel header, string layer, string sample)
        => header.Live(layer, sample, TypeScale.Title, TextLeft, TitleMiddle, FiguresRight - TextLeft);

    /// <summary>A title that does not, above a second line.</summary>
    public static Panel Title(Panel header, string text) => header.Word("Title", text, TypeScale.Title, TextLeft, TitleMiddle);

    /// <summary>A title that does not, alone.</summary>
    public static Panel OnlyTitle(Panel header, string text) => header.Word("Title", text, TypeScale.Title, TextLeft, HeaderMiddle);

    /// <summary>An empty row; the first may be marked.</summary>
    public Panel Row(int slot, bool isMarked)
        => new Panel(
                $"Row {slot}", Left, Top + HeaderHeight + ((slot - 1) * RowPitch), Width, RowPitch,
                Pace.RowIn(slot, Rows), Pace.RowOut(slot, Rows), Entrance.FromAbove)
            .RowPlate(isMarked ? Palette.GoldFill : Palette.QuietFill);
}
