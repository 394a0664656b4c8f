using TemplateDesigner.Look;
using TemplateDesigner.Lottie;
using TemplateDesigner.Packaging;
using TemplateDesigner.Parts;

namespace TemplateDesigner.Designs;

/// <summary>What is shown when, in the middle of the picture.</summary>
internal static class BroadcastSchedule
{
    private const double DateLeft = 48;
    private const double DateWidth = 150;
    private const double TimeLeft = 222;
    private const double TimeWidth = 198;
    private const double NameLeft = 456;

    private static readonly FullTable Table = new(Grid.Span(10), Rows: 6, RowPitch: 90);

    public static Package Draw()
        => new(
            "broadcast-schedule", "Broadcast Schedule",
            [Backdrop.Draw(), Header(), .. Enumerable.Range(1, Table.Rows).Select(Row)],
            [
                Field.OfShort("date", "Date {slot}", 16),
                Field.OfShort("time", "Time {slot}", 16),
                Field.OfWords("event_name", "Event Name {slot}"),
            ])
        {
            Slots = Table.Rows,
            HideWithSlot = ["Row {slot}"],
        };

    private static Layer Header()
        => FullTable.OnlyTitle(Table.Header(), "Broadcast schedule").ToLayer();

    private static Layer Row(int slot)
    {
        var row = Table.Row(slot, isMarked: slot == 1);
        return row
            .Live($"Date {slot}", "Jan 14", TypeScale.TableFigure with { Size = 40, Colour = Palette.Gold }, DateLeft, row.Middle, DateWidth)
            .Live($"Time {slot}", "05:30 PM", TypeScale.TableFigure with { Size = 40, Colour = Palette.Silver }, TimeLeft, row.Middle, TimeWidth)
            .Live($"Event Name {slot}", "Main Event", TypeScale.TableName, NameLeft, row.Middle, Table.FiguresRight - NameLeft)
            .ToLayer();
    }
}
