using TemplateDesigner.Lottie;

namespace TemplateDesigner.Designs;

/// <summary>Who has gone out, in which place and for how much: a lower third in red.</summary>
internal static class Elimination
{
    private const double Left = 168;
    private const double Top = 846;
    private const double RankWidth = 156;
    private const double NameLeft = Left + RankWidth + 6;
    private const double Width = 876;
    private const double NameHeight = 78;
    private const double LineHeight = 48;
    private const double TextLeft = 30;
    private const double TextRight = Width - 30;

    public static Composition Draw()
        => new("Elimination", [Rank(), Name(), Line()]);

    private static Layer Rank()
        => new Panel("Rank Panel", Left, Top, RankWidth, NameHeight + LineHeight, inFrom: 0, outFrom: Brand.OutFrom + 6)
            .Plate("Rank Plate", Shape.Rectangle(0, 0, RankWidth, NameHeight + LineHeight, Brand.RedPaint))
            .Text("Rank Label", "Place", Brand.Labels, 26, Brand.White, RankWidth / 2, 28, Align.Centre, tracking: 60)
            .Text("Rank", "5", Brand.Figures, 72, Brand.White, RankWidth / 2, 80, Align.Centre, delay: 2)
            .ToLayer();

    private static Layer Name()
    {
        var panel = new Panel("Name Panel", NameLeft, Top, Width, NameHeight, inFrom: 4, outFrom: Brand.OutFrom + 3);
        return panel
            .Plate("Name Plate", Shape.Rectangle(0, 0, Width, NameHeight, Brand.HeaderPaint))
            .Text("Name", "Player Name", Brand.Names, 56, Brand.White, TextLeft, panel.Middle)
            .Text("Flag", "US", Brand.Labels, 32, Brand.Silver, TextRight, panel.Middle, Align.Right, tracking: 20)
            .ToLayer();
    }

    private static Layer Line()
    {
        var panel = new Panel("Line Panel", NameLeft, Top + NameHeight, Width, LineHeight, inFrom: 7, outFrom: Brand.OutFrom);
        return panel
            .Plate(
                "Line Plate",
                Shape.Rectangle(0, 0, Width, 3, Brand.RedPaint),
                Shape.Rectangle(0, 0, Width, LineHeight, Brand.PlatePaint))
            .Text("Line Label", "Eliminated", Brand.Labels, 28, Brand.Silver, TextLeft, panel.Middle + 1, tracking: 60)
            .Text("Prize", "$15,000", Brand.Figures, 34, Brand.Gold, TextRight, panel.Middle + 1, Align.Right)
            .ToLayer();
    }
}
