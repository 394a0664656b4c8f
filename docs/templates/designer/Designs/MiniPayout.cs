using TemplateDesigner.Look;
using TemplateDesigner.Lottie;
using TemplateDesigner.Packaging;
using TemplateDesigner.Parts;

namespace TemplateDesigner.Designs;

/// <summary>What the places pay and who took them, in a column at the left of the picture.</summary>
internal static class MiniPayout
{
    private const double RankLeft = 24;
    private const double RankWidth = 126;
    private const double NameLeft = 168;
    private const double PrizeWidth = 224;

    private static readonly SideTable Table = SideTable.AtLeft with { HeaderHeight = 108 };
    private static readonly double NameWidth = SideTable.FiguresRight - PrizeWidth - 18 - NameLeft;

    public static Package Draw()
        => new(
            "mini-payout", "_Mini Payout",
            [Header(), .. Enumerable.Range(1, SideTable.Rows).Select(Row)],
            [
                Field.OfWords("event_name", "Event Name"),
                Field.OfShort("rank", "Rank {slot}", 12),
                Field.OfWords("name", "Name {slot}"),
                Field.OfAmount("prize", "Prize {slot}"),
            ])
        {
            Slots = SideTable.Rows,
            HideWithSlot = ["Row {slot}"],
        };

    private static Layer Header() => SideTable.TwoLines(Table.Header(), "Payouts", "Event Name", "Main Event").ToLayer();

    private static Layer Row(int slot)
    {
        var row = Table.Row(slot, isMarked: false);
        return row
            .Live($"Rank {slot}", $"{slot}", TypeScale.Figure.In(Palette.Gold), RankLeft, row.Middle, RankWidth)
            .Live($"Name {slot}", $"Player {slot}", TypeScale.RowName, NameLeft, row.Middle, NameWidth)
            .Live($"Prize {slot}", "$100,000", TypeScale.Figure, SideTable.FiguresRight, row.Middle, PrizeWidth, Align.Right)
            .ToLayer();
    }
}
