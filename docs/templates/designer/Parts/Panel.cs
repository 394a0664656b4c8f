using TemplateDesigner.Look;
using TemplateDesigner.Lottie;

namespace TemplateDesigner.Parts;

/// <summary>
/// One plate with text on it: the plate slides in from behind one of its edges, the text follows and fades in; both leave together.
/// Coordinates are relative to the plate's upper left corner.
/// </summary>
internal sealed class Panel(string name, double left, double top, double width, double height, int inFrom, int outFrom, Entrance entrance = Entrance.FromLeft)
{
    private const double TextTravel = 24;

    // Where the plate waits, and where text starts from.
    private readonly (double X, double Y) _away = entrance switch
    {
        Entrance.FromRight => (width, 0),
        Entrance.FromAbove => (0, -height),
        _ => (-width, 0),
    };

    private readonly List<Layer> _layers = [];

    /// <summary>Middle of the plate's height.</summary>
    public double Middle => height / 2;

    /// <summary>Where text that ends at the plate's right edge ends.</summary>
    public double TextRight => width - Grid.Padding;

    /// <summary>What stands behind the text; the first shape lies on top.</summary>
    public Panel Plate(string plateName, params Shape[] shapes)
    {
        _layers.Add(new ShapeLayer(plateName, shapes)
        {
            Position = Motion.InAndOut(inFrom, Pace.SlideIn, outFrom, Pace.SlideOut, [_away.X, _away.Y, 0], [0, 0, 0], [_away.X, _away.Y, 0]),
        });
        return this;
    }

    /// <summary>A plate in one paint.</summary>
    public Panel Plate(Paint paint) => Plate($"{name} Plate", Shape.Rectangle(0, 0, width, height, paint));

    /// <summary>A plate beside others, with a line between it and the one at its left.</summary>
    public Panel PlateBeside() => Plate(
        $"{name} Plate",
        Shape.Rectangle(0, 12, Grid.Divider, height - 24, Palette.Divider),
        Shape.Rectangle(0, 0, width, height, Palette.Plate));

    /// <summary>A plate below others, with a line between it and the one above it and an edge in front.</summary>
    public Panel RowPlate(Paint edge) => Plate(
        $"{name} Plate",
        Shape.Rectangle(0, 0, 6, height, edge),
        Shape.Rectangle(6, 0, width - 6, Grid.Divider, Palette.Divider),
        Shape.Rectangle(0, 0, width, height, Palette.Plate));

    /// <summary>A plate below others, with a line between it and the one above it.</summary>
    public Panel PlateBelow() => Plate(
        $"{name} Plate",
        Shape.Rectangle(0, 0, width, Grid.Divider, Palette.Divider),
        Shape.Rectangle(0, 0, width, height, Palette.Plate));

    /// <summary>The plate of a title: dark, with a gold rule along its foot.</summary>
    public Panel HeaderPlate(params Shape[] ornaments) => Plate(
        $"{name} Plate",
        [
            Shape.Rectangle(0, height - 4, width, 4, Palette.GoldFill),
            .. ornaments,
            Shape.Rectangle(0, 0, width, height, Palette.Header),
        ]);

    /// <summary>A word that never changes.</summary>
    public Panel Label(string layer, string text, double x, double middle, Align align = Align.Left)
        => Word(layer, text, TypeScale.Label, x, middle, align);

    /// <summary>A word that never changes, in a style of its own.</summary>
    public Panel Word(string layer, string text, TextStyle style, double x, double middle, Align align = Align.Left)
        => Add(layer, text, style, x, middle, maxWidth: null, align);

    /// <summary>Live text whose capitals are centred on <paramref name="middle"/> and that is condensed to stay within <paramref name="maxWidth"/>.</summary>
    public Panel Live(string layer, string sample, TextStyle style, double x, double middle, double maxWidth, Align align = Align.Left)
        => Add(layer, sample, style, x, middle, maxWidth, align);

    /// <summary>A live picture.</summary>
    /// <param name="layer">Name of its layer.</param>
    /// <param name="box">Its size.</param>
    /// <param name="x">Its left edge.</param>
    /// <param name="y">Its upper edge.</param>
    public Panel Picture(string layer, ImageBox box, double x, double y)
    {
        _layers.Add(new ImageLayer(layer, box) { Position = Travel(x, y), Opacity = Fade() });
        return this;
    }

    /// <summary>The flag at the right end of a line, where a missing one leaves no hole.</summary>
    public Panel Flag(string layer, double right, double middle, ImageBox box)
        => Picture(layer, box, right - box.Width, middle - (box.Height / 2));

    /// <summary>Live text turned to grow upwards from <paramref name="foot"/>, centred on <paramref name="x"/>.</summary>
    public Panel Upwards(string layer, string sample, TextStyle style, double x, double foot, double centreAboveBaseline)
    {
        _layers.Add(new TextLayer(layer, sample, style, Align.Left)
        {
            Rotation = -90,
            Position = Travel(x + centreAboveBaseline, foot),
            Opacity = Fade(),
        });
        return this;
    }

    public Layer ToLayer() => new PanelLayer(name, width, height, _layers) { Position = Motion.Still(left, top, 0) };

    private Panel Add(string layer, string text, TextStyle style, double x, double middle, double? maxWidth, Align align)
    {
        var baseline = Math.Round(middle + (style.CapHeight / 2), 1);
        _layers.Add(new TextLayer(layer, text, style, align) { MaxWidth = maxWidth, Position = Travel(x, baseline), Opacity = Fade() });
        return this;
    }

    private Motion Travel(double x, double y) => Motion.InAndOut(
        inFrom + Pace.TextDelay, Pace.SlideIn, outFrom, Pace.SlideOut,
        [x + (Math.Sign(_away.X) * TextTravel), y + (Math.Sign(_away.Y) * TextTravel), 0], [x, y, 0], [x + _away.X, y + _away.Y, 0]);

    private Motion Fade() => Motion.InAndOut(inFrom + Pace.TextDelay, Pace.FadeIn, outFrom, Pace.SlideOut, [0], [100], [0]);
}
