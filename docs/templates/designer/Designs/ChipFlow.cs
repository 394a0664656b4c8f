using TemplateDesigner.Look;
using TemplateDesigner.Lottie;
using TemplateDesigner.Packaging;
using TemplateDesigner.Parts;

namespace TemplateDesigner.Designs;

/// <summary>How a player's stack went over the last hands: ten bars, each a line of strokes turned upwards like a level meter.</summary>
internal static class ChipFlow
{
    private const int Bars = 10;
    private const int Steps = 20;
    private const double ChartHeight = 324;
    private const double BarsTop = 30;
    private const double BarsFoot = 258;
    private const double StepHeight = (BarsFoot - BarsTop) / Steps;
    private const double FirstBar = 158;
    private const double BarPitch = 84;
    private const double LineTop = Grid.Bottom - ChartHeight - Stat.Height;
    private const double NameTop = LineTop - NamePlate.Height;

    // The stroke of Roboto Bold, measured in ems: how far the pen moves on, and where its middle is above the base line.
    private const double StrokeAdvance = 0.2524;
    private const double StrokeMiddle = 0.23;
    private const double StrokeSize = 64;

    private static readonly Stat[] Stats =
    [
        new("Chips", "Chips", "1,620,000", 345, 192) { Style = TypeScale.Figure.In(Palette.Gold) },
        new("Change", "Change", "+350,000", 366, 192),
        new("Span", Label: null, "LAST 30 HANDS", 282, 234) { Style = TypeScale.Label },
    ];

    private static readonly double Width = Stat.LineWidth(Stats);

    public static Package Draw()
        => new(
            "chip-flow", "Chip Flow",
            [NamePlate.OfPlayer("Player Name", Grid.Left, NameTop, Width), .. Stat.Line(Stats, Grid.Left, LineTop, inFrom: 4, Pace.OutFrom + 3), Chart()],
            [
                Field.OfWords("player_name", "Player Name").Required(),
                Field.OfFlag("Flag"),
                Field.OfAmount("chips", "Chips").Taking("Chips Label"),
                new Field("change", "Change", 17).Taking("Change Label"),
                Field.OfShort("span", "Span", 24),
                Field.OfShort("max_label", "Most", 8),
                Field.OfShort("min_label", "Least", 8),
                Field.OfShort("bar", "Bar {slot}", Steps),
                Field.OfShort("chips", "Bar Chips {slot}", 8),
            ])
        {
            Slots = Bars,
        };

    private static Layer Chart()
    {
        var chart = new Panel("Chart", Grid.Left, Grid.Bottom - ChartHeight, Width, ChartHeight, inFrom: 8, Pace.OutFrom);
        chart.Plate(
            "Chart Plate",
            Shape.Rectangle(FirstBar - 42, BarsTop, (Bars * BarPitch) - 6, 2, Palette.Divider),
            Shape.Rectangle(FirstBar - 42, BarsFoot, (Bars * BarPitch) - 6, 2, Palette.Divider),
            Shape.Rectangle(0, 0, Width, Grid.Divider, Palette.Divider),
            Shape.Rectangle(0, 0, Width, ChartHeight, Palette.Plate));
        chart.Live("Most", "2.4M", TypeScale.QuietFigure, 84, BarsTop, 72, Align.Right);
        chart.Live("Least", "950K", TypeScale.QuietFigure, 84, BarsFoot - (StepHeight / 2), 72, Align.Right);
        for (var slot = 1; slot <= Bars; slot++) AddBar(chart, slot);
        return chart.ToLayer();
    }

    private static void AddBar(Panel chart, int slot)
    {
        var isNow = slot == Bars;
        var centre = FirstBar + ((slot - 1) * BarPitch);
        var strokes = new TextStyle(Typeface.Figures, StrokeSize, isNow ? Palette.Gold : Palette.Silver, Tracking: ((StepHeight / StrokeSize) - StrokeAdvance) * 1000);
        var figure = TypeScale.RowName with { Size = 34, Colour = isNow ? Palette.Gold : Palette.White };
        chart.Upwards($"Bar {slot}", "||||||||||", strokes, centre, BarsFoot, StrokeMiddle * StrokeSize)
            .Live($"Bar Chips {slot}", "1.6M", figure, centre, 292, BarPitch - 8, Align.Centre);
    }
}
