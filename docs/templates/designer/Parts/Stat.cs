using TemplateDesigner.Look;
using TemplateDesigner.Lottie;

namespace TemplateDesigner.Parts;

/// <summary>A plate that says what a figure is, and the figure; the whole goes where the figure is not known.</summary>
/// <param name="Layer">Layer of the figure; its panel is called after it.</param>
/// <param name="Label">What the figure is; null where it says so itself.</param>
/// <param name="Sample">The figure in the composition itself.</param>
/// <param name="Width">Width of the plate.</param>
/// <param name="FigureWidth">How much of it is the figure's.</param>
internal sealed record Stat(string Layer, string? Label, string Sample, double Width, double FigureWidth)
{
    public const double Height = 60;

    /// <summary>Style of the figure.</summary>
    public TextStyle Style { get; init; } = TypeScale.Figure;

    /// <summary>Layer whose live text takes the label's place, or null.</summary>
    public string? LiveLabel { get; init; }

    public string Panel => $"{Layer} Panel";

    /// <summary>Stats side by side, coming in one after the other.</summary>
    public static IEnumerable<Layer> Line(IReadOnlyList<Stat> stats, double left, double top, int inFrom, int outFrom)
    {
        foreach (var (index, stat) in stats.Index())
        {
            yield return stat.At(left, top, isFirst: index == 0, inFrom + (index * 3), outFrom + ((stats.Count - 1 - index) * 2));
            left += stat.Width;
        }
    }

    /// <summary>Width of stats side by side.</summary>
    public static double LineWidth(IReadOnlyList<Stat> stats) => stats.Sum(stat => stat.Width);

    private Layer At(double left, double top, bool isFirst, int inFrom, int outFrom)
    {
        var panel = new Panel(Panel, left, top, Width, Height, inFrom, outFrom);
        if (isFirst) panel.Plate(Palette.Plate);
        else panel.PlateBeside();


        if (LiveLabel is not null)
        {
            var labelWidth = Width - (2 * Grid.Padding) - FigureWidth - (Grid.Padding / 2);
            panel.Live(LiveLabel, Label ?? "", TypeScale.Label, Grid.Padding, panel.Middle, labelWidth);
        }
        else if (Label is not null)
        {
            panel.Label($"{Layer} Label", Label, Grid.Padding, panel.Middle);
        }

        return panel.Live(Layer, Sample, Style, panel.TextRight, panel.Middle, FigureWidth, Align.Right).ToLayer();
    }
}
