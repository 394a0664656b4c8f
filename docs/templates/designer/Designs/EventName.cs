using TemplateDesigner.Look;
using TemplateDesigner.Lottie;
using TemplateDesigner.Packaging;
using TemplateDesigner.Parts;

namespace TemplateDesigner.Designs;

/// <summary>Which event this is, and of which series: a wide lower third with a tab above it.</summary>
internal static class EventName
{
    private const double TabHeight = 54;
    private const double Top = Grid.Bottom - NamePlate.Height;

    private static readonly double Width = Grid.Span(10);

    public static Package Draw()
        => new(
            "event-name", "Event name",
            [NamePlate.OfWords("Event Name", "Main Event", Grid.Left, Top, Width), Series()],
            [
                Field.OfWords("event_name", "Event Name").Required(),
                Field.OfWords("series", "Series").Taking("Series Panel"),
            ]);

    private static Layer Series()
    {
        var tab = new Panel("Series Panel", Grid.Left, Top - TabHeight, Grid.Span(6), TabHeight, inFrom: 5, Pace.OutFrom + 3).Plate(Palette.Plate);
        return tab.Live("Series", "Series", TypeScale.Line, Grid.Padding, tab.Middle, tab.TextRight - Grid.Padding).ToLayer();
    }
}
