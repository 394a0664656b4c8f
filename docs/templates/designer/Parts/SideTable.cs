using TemplateDesigner.Look;
using TemplateDesigner.Lottie;

namespace TemplateDesigner.Parts;

/// <summary>A small table of nine rows at a side of the picture, half as wide as it.</summary>
/// <param name="Left">Its left edge.</param>
/// <param name="Entrance">The edge it comes from.</param>
/// <param name="HeaderHeight">Height of its header: 72 for one line, 108 for two.</param>
internal sealed record SideTable(double Left, Entrance Entrance, double HeaderHeight = 72)
{
    public const int Rows = 9;
    public const double RankCentre = 42;
    public const double NameLeft = 78;

    private const double Bottom = 792;
    private const double RowPitch = 60;

    public static double Width => Grid.Span(6);

    /// <summary>Where the last figures end.</summary>
    public static double FiguresRight => Width - 20;

    /// <summary>Middle of a header of one line, above the rule at its foot.</summary>
    private double HeaderMiddle => (HeaderHeight - 4) / 2;

    private double Top => Bottom - HeaderHeight - (Rows * RowPitch);

    /// <summary>At the left of the picture.</summary>
    public static SideTable AtLeft => new(Grid.Left, Entrance.FromLeft);

    /// <summary>At the right of the picture.</summary>
    public static SideTable AtRight => new(Grid.Right - Width, Entrance.FromRight);

    /// <summary>The header with nothing on it but its ornament.</summary>
    public Panel Header() => new Panel("Header", Left, Top, Width, HeaderHeight, inFrom: 0, Pace.HeaderOut, Entrance)
        .HeaderPlate(Shape.Diamond(RankCentre, HeaderMiddle, 15, Palette.GoldFill));

    /// <summary>A title that does not change.</summary>
    public Panel Title(Panel header, string text) => header.Word("Title", text, TypeScale.Subtitle, NameLeft, HeaderMiddle);

    /// <summary>A title, and live words below it.</summary>
    public static Panel TwoLines(Panel header, string title, string layer, string sample) => header
        .Word("Title", title, TypeScale.Subtitle, NameLeft, 33)
        .Live(layer, sample, TypeScale.Line with { Size = 34 }, NameLeft, 78, FiguresRight - NameLeft);

    /// <summary>The name of a column.</summary>
    public Panel Heading(Panel header, string layer, string text, double right) => header.Label(layer, text, right, HeaderMiddle + 2, Align.Right);

    /// <summary>An empty row; the first may be marked.</summary>
    public Panel Row(int slot, bool isMarked)
        => new Panel(
                $"Row {slot}", Left, Top + HeaderHeight + ((slot - 1) * RowPitch), Width, RowPitch,
                Pace.RowIn(slot, Rows), Pace.RowOut(slot, Rows), Entrance)
            .RowPlate(isMarked ? Palette.GoldFill : Palette.QuietFill);
}
