using TemplateDesigner.Look;
using TemplateDesigner.Lottie;
using TemplateDesigner.Packaging;
using TemplateDesigner.Parts;

namespace TemplateDesigner.Designs;

/// <summary>One player's share of the chips at the table beside everybody else's.</summary>
internal static class ChipComparison
{
    private const int Others = 8;
    private const double RowPitch = 57;
    private const double Height = Others * RowPitch;
    private const double Top = Grid.Bottom - Height;
    private const double OthersHeight = 105;
    private const double FiguresTop = NamePlate.Height;
    private const double FiguresHeight = Height - FiguresTop - OthersHeight;
    private const double ShareWidth = 112;
    private const double ChipsWidth = 178;

    private static readonly double CardWidth = Grid.Span(6);
    private static readonly double ListLeft = Grid.Left + CardWidth + Grid.Padding;
    private static readonly double ListWidth = Grid.Right - ListLeft;

    public static Package Draw()
        => new(
            "chip-comparison", "Chip Comparison",
            [NamePlate.OfPlayer("Player Name", TypeScale.TableName, Grid.Left, Top, CardWidth), Figures(), TheOthers(), .. Enumerable.Range(1, Others).Select(Row)],
            [
                Field.OfWords("player_name", "Player Name").Required(),
                Field.OfFlag("Flag"),
                Field.OfAmount("chips", "Chips").Taking("Chips Label"),
                Field.OfShort("share", "Share", 8).Taking("Share Label"),
                Field.OfAmount("others_chips", "Others Chips").Taking("Others Panel"),
                Field.OfShort("others_share", "Others Share", 8),
                Field.OfWords("name", "Name {slot}"),
                new Field("chips", "Chips {slot}", 16),
                Field.OfShort("share", "Share {slot}", 8),
            ])
        {
            Slots = Others,
            HideWithSlot = ["Row {slot}"],
        };

    private static Layer Figures()
    {
        var panel = new Panel("Figures Panel", Grid.Left, Top + FiguresTop, CardWidth, FiguresHeight, inFrom: 4, Pace.OutFrom + 4).Plate(Palette.Plate);
        return panel
            .Label("Chips Label", "Chips", Grid.Padding, 60)
            .Live("Chips", "1,620,000", TypeScale.Display.In(Palette.Gold), panel.TextRight, 60, 600, Align.Right)
            .Label("Share Label", "Of the chips at the table", Grid.Padding, 192)
            .Live("Share", "35.4%", TypeScale.Display, panel.TextRight, 192, 300, Align.Right)
            .ToLayer();
    }

    private static Layer TheOthers()
    {
        var panel = new Panel("Others Panel", Grid.Left, Grid.Bottom - OthersHeight, CardWidth, OthersHeight, inFrom: 7, Pace.OutFrom).PlateBelow();
        return panel
            .Label("Others Label", "All others", Grid.Padding, panel.Middle)
            .Live("Others Chips", "2,950,000", TypeScale.TableFigure, panel.TextRight - 170 - Grid.Padding, panel.Middle, 330, Align.Right)
            .Live("Others Share", "64.6%", TypeScale.TableFigure.In(Palette.Silver), panel.TextRight, panel.Middle, 170, Align.Right)
            .ToLayer();
    }

    private static Layer Row(int slot)
    {
        var row = new Panel(
            $"Row {slot}", ListLeft, Top + ((slot - 1) * RowPitch), ListWidth, RowPitch, Pace.RowIn(slot, Others), Pace.RowOut(slot, Others));
        var chipsRight = row.TextRight - ShareWidth - 12;
        return row
            .RowPlate(Palette.QuietFill)
            .Live($"Name {slot}", $"Player {slot}", TypeScale.RowName, Grid.Padding + 6, row.Middle, chipsRight - ChipsWidth - 18 - Grid.Padding - 6)
            .Live($"Chips {slot}", "1,000,000", TypeScale.Figure, chipsRight, row.Middle, ChipsWidth, Align.Right)
            .Live($"Share {slot}", "10.0%", TypeScale.QuietFigure, row.TextRight, row.Middle, ShareWidth, Align.Right)
            .ToLayer();
    }
}
