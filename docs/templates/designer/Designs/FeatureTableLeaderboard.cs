using TemplateDesigner.Look;
using TemplateDesigner.Lottie;
using TemplateDesigner.Packaging;
using TemplateDesigner.Parts;

namespace TemplateDesigner.Designs;

/// <summary>The whole table by stack, in the middle of the picture.</summary>
internal static class FeatureTableLeaderboard
{
    private const double RankCentre = 60;
    private const double ChipsWidth = 290;

    private static readonly FullTable Table = new(Grid.Span(8), Rows: 9, RowPitch: 75);

    public static Package Draw()
        => new(
            "feature-table-leaderboard", "_Feature Table Leaderboard",
            [Backdrop.Draw(), Header(), .. Enumerable.Range(1, Table.Rows).Select(Row)],
            [
                Field.OfWords("table_name", "Table Name"),
                new Field("event_name", "Event Name", 80),
                Field.OfShort("rank", "Rank {slot}", 4),
                Field.OfWords("name", "Name {slot}"),
                Field.OfAmount("chips", "Chips {slot}"),
            ])
        {
            Slots = Table.Rows,
            HideWithSlot = ["Row {slot}"],
        };

    private static Layer Header()
        => Table.LiveTitle(Table.Header(), "Table Name", "Feature Table")
            .Live("Event Name", "Main Event", TypeScale.Line, FullTable.TextLeft, FullTable.SecondLine, Table.FiguresRight - 120 - FullTable.TextLeft)
            .Label("Chips Heading", "Chips", Table.FiguresRight, FullTable.SecondLine + 2, Align.Right)
            .ToLayer();

    private static Layer Row(int slot)
    {
        var isLeader = slot == 1;
        var row = Table.Row(slot, isLeader);
        return row
            .Live($"Rank {slot}", $"{slot}", TypeScale.TableFigure.In(Palette.Gold), RankCentre, row.Middle, 84, Align.Centre)
            .Live($"Name {slot}", $"Player {slot}", TypeScale.TableName, FullTable.TextLeft, row.Middle, Table.FiguresRight - ChipsWidth - 24 - FullTable.TextLeft)
            .Live($"Chips {slot}", "1,000,000", TypeScale.TableFigure.In(isLeader ? Palette.Gold : Palette.White), Table.FiguresRight, row.Middle, ChipsWidth, Align.Right)
            .ToLayer();
    }
}
