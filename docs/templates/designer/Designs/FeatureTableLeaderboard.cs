using TemplateDesigner.Lottie;

namespace TemplateDesigner.Designs;

/// <summary>The whole table by stack, in the middle of the picture.</summary>
internal static class FeatureTableLeaderboard
{
    private const int Rows = 9;
    private const double Left = 360;
    private const double Width = 1200;
    private const double Top = 108;
    private const double HeaderHeight = 132;
    private const double RowHeight = 72;
    private const double RowPitch = 78;

    private const double RankCentre = 84;
    private const double TextLeft = 150;
    private const double ChipsRight = 1140;

    public static Composition Draw()
        => new("_Feature Table Leaderboard", [Header(), .. Enumerable.Range(1, Rows).Select(Row)]);

    private static Layer Header()
        => new Panel("Header", Left, Top, Width, HeaderHeight, inFrom: 0, outFrom: Brand.OutFrom + 11)
            .Plate(
                "Header Plate",
                Shape.Rectangle(0, HeaderHeight - 6, Width, 6, Brand.GoldPaint),
                Shape.Diamond(RankCentre, 63, 24, Brand.GoldPaint),
                Shape.Rectangle(0, 0, Width, HeaderHeight, Brand.HeaderPaint))
            .Text("Table Name", "Feature Table", Brand.Names, 58, Brand.White, TextLeft, 45, tracking: 20)
            .Text("Event Name", "Main Event", Brand.Labels, 30, Brand.Gold, TextLeft, 96, tracking: 40, delay: 2)
            .Text("Chips Heading", "Chips", Brand.Labels, 28, Brand.Silver, ChipsRight, 96, Align.Right, tracking: 40, delay: 2)
            .ToLayer();

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
            .Text($"Rank {slot}", $"{slot}", Brand.Figures, 40, Brand.Gold, RankCentre, panel.Middle, Align.Centre)
            .Text($"Name {slot}", $"Player {slot}", Brand.Names, 48, Brand.White, TextLeft, panel.Middle)
            .Text($"Chips {slot}", "1,000,000", Brand.Figures, 44, isLeader ? Brand.Gold : Brand.White, ChipsRight, panel.Middle, Align.Right)
            .ToLayer();
    }
}
