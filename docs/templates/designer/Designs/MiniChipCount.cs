using TemplateDesigner.Look;
using TemplateDesigner.Lottie;
using TemplateDesigner.Packaging;
using TemplateDesigner.Parts;

namespace TemplateDesigner.Designs;

/// <summary>Nine players with their stacks in a column at a side of the picture: left for the main table, right for the other.</summary>
internal static class MiniChipCount
{
    private const double BigBlindsWidth = 90;
    private const double ChipsWidth = 176;
    private const double Space = 14;

    private static readonly double BigBlindsRight = SideTable.FiguresRight;
    private static readonly double ChipsRight = BigBlindsRight - BigBlindsWidth - (2 * Space);
    private static readonly double FlagRight = ChipsRight - ChipsWidth - Space;
    private static readonly double NameWidth = FlagRight - FlagBox.Small.Width - Space - SideTable.NameLeft;

    public static Package Main => Draw("main-mini-chip-count", "_MAIN Mini Chip Count", SideTable.AtLeft);

    public static Package Sub => Draw("sub-mini-chip-count", "_SUB_Mini Chip Count", SideTable.AtRight);

    private static Package Draw(string folder, string name, SideTable table)
        => new(
            folder, name,
            [Header(table), .. Enumerable.Range(1, SideTable.Rows).Select(slot => Row(table, slot))],
            [
                Field.OfShort("rank", "Rank {slot}", 4),
                Field.OfWords("name", "Name {slot}"),
                Field.OfFlag("Flag {slot}"),
                Field.OfAmount("chips", "Chips {slot}"),
                Field.OfShort("bbs", "BBs {slot}", 10),
            ])
        {
            Slots = SideTable.Rows,
            HideWithSlot = ["Row {slot}"],
        };

    private static Layer Header(SideTable table)
    {
        var header = table.Title(table.Header(), "Chip Count");
        table.Heading(header, "Chips Heading", "Chips", ChipsRight);
        return table.Heading(header, "BBs Heading", "BB", BigBlindsRight).ToLayer();
    }

    private static Layer Row(SideTable table, int slot)
    {
        var isLeader = slot == 1;
        var row = table.Row(slot, isLeader);
        return row
            .Live($"Rank {slot}", $"{slot}", TypeScale.Figure.In(Palette.Gold), SideTable.RankCentre, row.Middle, 54, Align.Centre)
            .Live($"Name {slot}", $"Player {slot}", TypeScale.RowName, SideTable.NameLeft, row.Middle, NameWidth)
            .Flag($"Flag {slot}", FlagRight, row.Middle, FlagBox.Small)
            .Live($"Chips {slot}", "1,000,000", TypeScale.Figure.In(isLeader ? Palette.Gold : Palette.White), ChipsRight, row.Middle, ChipsWidth, Align.Right)
            .Live($"BBs {slot}", "50.0", TypeScale.QuietFigure, BigBlindsRight, row.Middle, BigBlindsWidth, Align.Right)
            .ToLayer();
    }
}
