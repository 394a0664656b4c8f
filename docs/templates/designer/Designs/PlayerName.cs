using TemplateDesigner.Lottie;

namespace TemplateDesigner.Designs;

/// <summary>Who that is, and how the player stands: a lower third whose figures appear only where they are known.</summary>
internal static class PlayerName
{
    private const double Left = 168;
    private const double Top = 840;
    private const double NameHeight = 78;
    private const double StatTop = Top + NameHeight + 6;
    private const double StatHeight = 48;
    private const double Gap = 6;
    private const double Padding = 24;

    // Likeliest to be known first, so that what is missing is missing at the end.
    private static readonly (string Layer, string Label, string Sample, double Width)[] Stats =
    [
        ("Chips", "Chips", "1,620,000", 312),
        ("BBs", "BB", "81.0", 198),
        ("VPIP", "VPIP", "35.4%", 216),
        ("Chips Ago", "Earlier", "1,200,000", 336),
    ];

    private static double Width => Stats.Sum(stat => stat.Width) + (Gap * (Stats.Length - 1));

    public static Composition Draw()
    {
        var layers = new List<Layer> { Name() };
        var left = Left;
        foreach (var (layer, label, sample, width) in Stats)
        {
            var order = layers.Count;
            layers.Add(Stat(layer, label, sample, left, width, inFrom: 3 + (order * 3), outFrom: Brand.OutFrom + ((Stats.Length - order) * 2)));
            left += width + Gap;
        }

        return new Composition("NAME", layers);
    }

    private static Layer Name()
    {
        var panel = new Panel("Name Panel", Left, Top, Width, NameHeight, inFrom: 0, outFrom: Brand.OutFrom + 9);
        return panel
            .Plate(
                "Name Plate",
                Shape.Rectangle(0, NameHeight - 4, Width, 4, Brand.GoldPaint),
                Shape.Diamond(45, panel.Middle - 2, 18, Brand.GoldPaint),
                Shape.Rectangle(0, 0, Width, NameHeight, Brand.HeaderPaint))
            .Text("Player Name", "Player Name", Brand.Names, 56, Brand.White, 84, panel.Middle - 2)
            .Text("Flag", "US", Brand.Labels, 32, Brand.Silver, Width - Padding, panel.Middle - 2, Align.Right, tracking: 20)
            .ToLayer();
    }

    private static Layer Stat(string layer, string label, string sample, double left, double width, int inFrom, int outFrom)
    {
        var panel = new Panel($"{layer} Panel", left, StatTop, width, StatHeight, inFrom, outFrom);
        return panel
            .Plate($"{layer} Plate", Shape.Rectangle(0, 0, width, StatHeight, Brand.PlatePaint))
            .Text($"{layer} Label", label, Brand.Labels, 24, Brand.Silver, Padding, panel.Middle, tracking: 40)
            .Text(layer, sample, Brand.Figures, 32, Brand.White, width - Padding, panel.Middle, Align.Right)
            .ToLayer();
    }
}
