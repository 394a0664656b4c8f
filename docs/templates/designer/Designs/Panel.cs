using TemplateDesigner.Lottie;

namespace TemplateDesigner.Designs;

/// <summary>
/// One plate with text on it: the plate slides in from behind its left edge, the text follows and fades in; both leave together.
/// Coordinates are relative to the plate's upper left corner.
/// </summary>
internal sealed class Panel(string name, double left, double top, double width, double height, int inFrom, int outFrom)
{
    private const double TextTravel = 24;

    private readonly List<Layer> _layers = [];

    /// <summary>Middle of the plate.</summary>
    public double Middle => height / 2;

    public Panel Plate(string plateName, params Shape[] shapes)
    {
        _layers.Add(new ShapeLayer(plateName, shapes)
        {
            Position = Motion.InAndOut(inFrom, Brand.SlideIn, outFrom, Brand.SlideOut, [-width, 0, 0], [0, 0, 0], [-width, 0, 0]),
        });
        return this;
    }

    /// <summary>Text whose capitals are centred on <paramref name="middle"/>.</summary>
    public Panel Text(
        string layer, string sample, Font font, double size, Colour colour, double x, double middle, Align align = Align.Left, double tracking = 0, int delay = 0)
    {
        var baseline = Math.Round(middle + (size * Brand.CapHeight / 2), 1);
        var start = inFrom + Brand.TextDelay + delay;
        _layers.Add(new TextLayer(layer, sample, font, size, colour, align)
        {
            Tracking = tracking,
            Position = Motion.InAndOut(
                start, Brand.SlideIn, outFrom, Brand.SlideOut, [x - TextTravel, baseline, 0], [x, baseline, 0], [x - width, baseline, 0]),
            Opacity = Motion.InAndOut(start, Brand.FadeIn, outFrom, Brand.SlideOut, [0], [100], [0]),
        });
        return this;
    }

    public Layer ToLayer() => new PanelLayer(name, width, height, _layers) { Position = Motion.Still(left, top, 0) };
}
