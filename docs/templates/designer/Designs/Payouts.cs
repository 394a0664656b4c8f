using TemplateDesigner.Look;
using TemplateDesigner.Lottie;
using TemplateDesigner.Packaging;
using TemplateDesigner.Parts;

namespace TemplateDesigner.Designs;

/// <summary>What the places pay, in the middle of the picture: from the first place, or from any.</summary>
internal static class Payouts
{
    private const double RankLeft = 60;
    private const double RankWidth = 300;
    private const double PrizeWidth = 400;
    private const double StartRankWidth = 110;

    private static readonly FullTable FromFirst = new(Grid.Span(6), Rows: 9, RowPitch: 75);
    private static readonly FullTable FromAny = new(Grid.Span(6), Rows: 11, RowPitch: 66);

    private static readonly Field[] Fields =
    [
        Field.OfWords("event_name", "Event Name"),
        Field.OfShort("rank", "Rank {slot}", 12),
        Field.OfAmount("prize", "Prize {slot}"),
    ];

    public static Package DrawFromFirst()
        => Draw("payouts", "Payouts", FromFirst, Header(FromFirst).ToLayer(), isFirstMarked: true, Fields);

    public static Package DrawFromAny()
        => Draw(
            "payouts-from-rank", "Payouts (choose start rank)", FromAny, HeaderWithStart().ToLayer(), isFirstMarked: false,
            [Field.OfShort("start_rank", "Start Rank", 8).Taking("Start Rank Label"), .. Fields]);

    private static Package Draw(string folder, string name, FullTable table, Layer header, bool isFirstMarked, IReadOnlyList<Field> fields)
        => new(
            folder, name,
            [Backdrop.Draw(), header, .. Enumerable.Range(1, table.Rows).Select(slot => Row(table, slot, isFirstMarked && slot == 1))],
            fields)
        {
            Slots = table.Rows,
            HideWithSlot = ["Row {slot}"],
        };

    private static Panel Header(FullTable table)
        => FullTable.Title(table.Header(), "Payouts")
            .Live("Event Name", "Main Event", TypeScale.Line, FullTable.TextLeft, FullTable.SecondLine, table.FiguresRight - FullTable.TextLeft);

    private static Panel HeaderWithStart()
    {
        var valueLeft = FromAny.FiguresRight - StartRankWidth;
        return Header(FromAny)
            .Label("Start Rank Label", "From place", valueLeft - 12, 45, Align.Right)
            .Live("Start Rank", "10", TypeScale.TableFigure, valueLeft, 43, StartRankWidth);
    }

    private static Layer Row(FullTable table, int slot, bool isMarked)
    {
        var row = table.Row(slot, isMarked);
        return row
            .Live($"Rank {slot}", $"{slot}", TypeScale.TableFigure.In(Palette.Gold), RankLeft, row.Middle, RankWidth)
            .Live($"Prize {slot}", "$100,000", TypeScale.TableFigure.In(isMarked ? Palette.Gold : Palette.White), table.FiguresRight, row.Middle, PrizeWidth, Align.Right)
            .ToLayer();
    }
}
