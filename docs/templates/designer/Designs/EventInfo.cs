using TemplateDesigner.Look;
using TemplateDesigner.Lottie;
using TemplateDesigner.Packaging;
using TemplateDesigner.Parts;

namespace TemplateDesigner.Designs;

/// <summary>The event in figures: a strip across the foot of the picture.</summary>
internal static class EventInfo
{
    private const double HeaderHeight = 72;
    private const double CellHeight = 114;
    private const double Top = Grid.Bottom - CellHeight - HeaderHeight;

    // Likeliest to be known first: what is missing shortens the strip at its end.
    private static readonly (string Layer, string Field, string Label, string Sample, double Width)[] Cells =
    [
        ("Buy-In", "buy_in", "Buy-in", "$10,000", 279),
        ("Entrants", "entrants", "Entrants", "1,234", 237),
        ("Prize Pool", "total_prize_pool", "Total prize pool", "$11,561,000", 420),
        ("Places Paid", "places_paid", "Places paid", "187", 237),
        ("Fee", "buy_in_fee", "Entry fee", "$600", 258),
        ("Total Fee", "total_fee", "Total fees", "$740,400", 297),
    ];

    public static Package Draw()
        => new(
            "event-info", "Event info",
            [Header(), .. DrawCells()],
            [
                Field.OfWords("series", "Series"),
                .. Cells.Select(cell => Field.OfAmount(cell.Field, cell.Layer).Taking($"{cell.Layer} Panel")),
            ]);

    private static Layer Header()
    {
        var width = Grid.Right - Grid.Left;
        var header = new Panel("Header", Grid.Left, Top, width, HeaderHeight, inFrom: 0, Pace.HeaderOut);
        var middle = header.Middle - 2;
        return header
            .HeaderPlate(Shape.Diamond(42, middle, 15, Palette.GoldFill))
            .Live("Series", "Series", TypeScale.Subtitle, 78, middle, width - 360)
            .Label("Title", "Event info", header.TextRight, middle + 2, Align.Right)
            .ToLayer();
    }

    private static IEnumerable<Layer> DrawCells()
    {
        var left = Grid.Left;
        foreach (var (index, cell) in Cells.Index())
        {
            var style = cell.Layer == "Prize Pool" ? TypeScale.TableFigure.In(Palette.Gold) : TypeScale.TableFigure;
            var panel = new Panel(
                $"{cell.Layer} Panel", left, Grid.Bottom - CellHeight, cell.Width, CellHeight,
                inFrom: 5 + (index * 2), Pace.OutFrom + Cells.Length - 1 - index);
            yield return (index == 0 ? panel.Plate(Palette.Plate) : panel.PlateBeside())
                .Label($"{cell.Layer} Label", cell.Label, Grid.Padding, 33)
                .Live(cell.Layer, cell.Sample, style, Grid.Padding, 77, cell.Width - (2 * Grid.Padding))
                .ToLayer();
            left += cell.Width;
        }
    }
}
