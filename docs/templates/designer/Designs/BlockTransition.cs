using TemplateDesigner.Look;
using TemplateDesigner.Lottie;
using TemplateDesigner.Packaging;
using TemplateDesigner.Parts;

namespace TemplateDesigner.Designs;

/// <summary>One thing said in the middle of the picture between two blocks of the broadcast, and up to two lines about it.</summary>
internal static class BlockTransition
{
    private const double HeroHeight = 216;
    private const double LineHeight = 102;
    private const double Top = 318;

    private static readonly double Width = Grid.Span(8);
    private static readonly double Left = Grid.Centred(Width);

    public static Package DrawLevel()
        => new(
            "block-transition-level-blinds", "Block Transition Level-Blinds",
            [
                Backdrop.Draw(), Hero("Level", "LEVEL 1"),
                LabelledLine("Blinds", "Blinds (ante)", "10K/20K (20K)", line: 1), LabelledLine("Duration", "Level length", "60 MIN", line: 2),
            ],
            [
                Field.OfShort("level", "Level", 20).Required(),
                Field.OfShort("blinds", "Blinds", 28).Taking("Blinds Panel"),
                Field.OfShort("duration", "Duration", 16).Taking("Duration Panel"),
            ]);

    public static Package DrawInfo()
        => new(
            "block-transition-info", "Block Transition INFO",
            [Backdrop.Draw(), Hero("Title", "Title"), Line("Line 1", line: 1), Line("Line 2", line: 2)],
            [
                Field.OfWords("title", "Title").Required(),
                Field.OfWords("line_1", "Line 1").Taking("Line 1 Panel"),
                Field.OfWords("line_2", "Line 2").Taking("Line 2 Panel"),
            ]);

    private static Layer Hero(string layer, string sample)
        => new Panel($"{layer} Panel", Left, Top, Width, HeroHeight, inFrom: 0, Pace.HeaderOut, Entrance.FromAbove)
            .HeaderPlate(
                Shape.Diamond(72, HeroHeight / 2, 26, Palette.GoldFill),
                Shape.Diamond(Width - 72, HeroHeight / 2, 26, Palette.GoldFill))
            .Live(layer, sample, TypeScale.Hero with { MinScale = 0.4 }, Width / 2, (HeroHeight - 4) / 2, Width - 264, Align.Centre)
            .ToLayer();

    private static Layer LabelledLine(string layer, string label, string sample, int line)
    {
        var panel = Plate(layer, line);
        return panel
            .Label($"{layer} Label", label, 48, panel.Middle)
            .Live(layer, sample, TypeScale.Title with { Font = Typeface.Figures, Tracking = 0, Colour = line == 1 ? Palette.Gold : Palette.White }, Width - 48, panel.Middle, Width - 360, Align.Right)
            .ToLayer();
    }

    private static Layer Line(string layer, int line)
    {
        var panel = Plate(layer, line);
        return panel
            .Live(layer, "Line", TypeScale.TableName.In(line == 1 ? Palette.Gold : Palette.White), Width / 2, panel.Middle, Width - 96, Align.Centre)
            .ToLayer();
    }

    private static Panel Plate(string layer, int line)
        => new Panel(
                $"{layer} Panel", Left, Top + HeroHeight + ((line - 1) * LineHeight), Width, LineHeight,
                inFrom: 3 + (line * 4), Pace.OutFrom + 6 - (line * 3), Entrance.FromAbove)
            .PlateBelow();
}
