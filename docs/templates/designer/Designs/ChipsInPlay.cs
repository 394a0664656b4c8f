using TemplateDesigner.Look;
using TemplateDesigner.Lottie;
using TemplateDesigner.Packaging;
using TemplateDesigner.Parts;

namespace TemplateDesigner.Designs;

/// <summary>Which chips are in play at this level: three or four values side by side.</summary>
internal static class ChipsInPlay
{
    private const double HeaderHeight = 72;
    private const double CellHeight = 90;
    private const double Top = Grid.Bottom - CellHeight - HeaderHeight;

    // Above the rule at the header's foot.
    private const double HeaderMiddle = (HeaderHeight - 4) / 2;
    private const double DiamondCentre = 42;
    private const double TextLeft = 78;
    private const double LevelWidth = 240;

    public static Package DrawThree() => Draw("chips-in-play-3", "Chips In Play x3", slots: 3);

    public static Package DrawFour() => Draw("chips-in-play-4", "Chips In Play x4", slots: 4);

    private static Package Draw(string folder, string name, int slots)
        => new(
            folder, name,
            [Header(), .. Enumerable.Range(1, slots).Select(slot => Cell(slot, slots))],
            [
                Field.OfShort("level", "Level", 20),
                Field.OfAmount("chips_in_play", "Chips {slot}"),
            ])
        {
            Slots = slots,
            HideWithSlot = ["Cell {slot}"],
        };

    private static Layer Header()
    {
        var header = new Panel("Header", Grid.Left, Top, Grid.LowerThird, HeaderHeight, inFrom: 0, Pace.HeaderOut);
        return header
            .HeaderPlate(Shape.Diamond(DiamondCentre, HeaderMiddle, 15, Palette.GoldFill))
            .Word("Title", "Chips in play", TypeScale.Subtitle, TextLeft, HeaderMiddle)
            .Live("Level", "Level 1", TypeScale.Line, header.TextRight, HeaderMiddle, LevelWidth, Align.Right)
            .ToLayer();
    }

    private static Layer Cell(int slot, int slots)
    {
        // Thirds of the width are no multiples of 3; edges are.
        double Edge(int after) => Math.Round(after * Grid.LowerThird / slots / 3) * 3;
        var width = Edge(slot) - Edge(slot - 1);
        var cell = new Panel(
            $"Cell {slot}", Grid.Left + Edge(slot - 1), Grid.Bottom - CellHeight, width, CellHeight, inFrom: 4 + (slot * 2), Pace.OutFrom + ((slots - slot) * 2));
        return (slot == 1 ? cell.Plate(Palette.Plate) : cell.PlateBeside())
            .Live($"Chips {slot}", "1,000", TypeScale.TableFigure, width / 2, cell.Middle, width - (2 * Grid.Padding), Align.Centre)
            .ToLayer();
    }
}
