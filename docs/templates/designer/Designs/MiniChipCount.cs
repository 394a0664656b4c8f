using TemplateDesigner.Lottie;

namespace TemplateDesigner.Designs;

/// <summary>Nine players with their stacks, in a column at the left of the picture.</summary>
internal static class MiniChipCount
{
    private const int Rows = 9;
    private const double Left = 132;
    private const double Width = 864;
    private const double Top = 192;
    private const double HeaderHeight = 72;
    private const double RowHeight = 60;
    private const double RowPitch = 66;

    private const double RankCentre = 84;
    private const double NameLeft = 126;
    private const double FlagCentre = 534;
    private const double ChipsRight = 744;
    private const double BigBlindsRight = 840;

    public static Composition Draw()
        => new("_MAIN Mini Chip Count", [Header(), .. Enumerable.Range(1, Rows).Select(Row)]);

    private static Layer Header()
    {
        var panel = new Panel("Header", Left, Top, Width, HeaderHeight, inFrom: 0, outFrom: Brand.OutFrom + 11);
        return panel
            .Plate(
                "Header Plate",
                Shape.Rectangle(0, HeaderHeight - 6, Width, 6, Brand.GoldPaint),
                Shape.Diamond(RankCentre, panel.Middle - 3, 15, Brand.GoldPaint),
                Shape.Rectangle(0, 0, Width, HeaderHeight, Brand.HeaderPaint))
            .Text("Title", "Chip Count", Brand.Names, 38, Brand.White, NameLeft, panel.Middle - 3, tracking: 40)
            .Text("Chips Heading", "Chips", Brand.Labels, 24, Brand.Silver, ChipsRight, panel.Middle - 3, Align.Right, tracking: 40)
            .Text("BBs Heading", "BB", Brand.Labels, 24, Brand.Silver, BigBlindsRight, panel.Middle - 3, Align.Right, tracking: 40)
            .ToLayer();
    }

    private static Layer Row(int slot)
    {
        var panel = new Panel(
            $"Row {slot}", Left, Top + HeaderHeight + ((slot - 1) * RowPitch), Width, RowHeight,
            inFrom: 3 + ((slot - 1) * 2), outFrom: Brand.OutFrom + Rows - slot);
        var isLeader = slot == 1;
        return panel
            .Plate(
                $"Row Plate {slot}",
                Shape.Rectangle(0, 0, 6, RowHeight, isLeader ? Brand.GoldPaint : Brand.QuietPaint),
                Shape.Rectangle(0, 0, Width, RowHeight, Brand.PlatePaint))
            .Text($"Rank {slot}", $"{slot}", Brand.Figures, 32, Brand.Gold, RankCentre, panel.Middle, Align.Centre)
            .Text($"Name {slot}", $"Player {slot}", Brand.Names, 38, Brand.White, NameLeft, panel.Middle)
            .Text($"Flag {slot}", "US", Brand.Labels, 24, Brand.Silver, FlagCentre, panel.Middle, Align.Centre, tracking: 20)
            .Text($"Chips {slot}", "1,000,000", Brand.Figures, 34, isLeader ? Brand.Gold : Brand.White, ChipsRight, panel.Middle, Align.Right)
            .Text($"BBs {slot}", "50.0", Brand.Labels, 28, Brand.Silver, BigBlindsRight, panel.Middle, Align.Right)
            .ToLayer();
    }
}
