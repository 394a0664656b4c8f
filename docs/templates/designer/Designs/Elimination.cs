using TemplateDesigner.Look;
using TemplateDesigner.Lottie;
using TemplateDesigner.Packaging;
using TemplateDesigner.Parts;

namespace TemplateDesigner.Designs;

/// <summary>Who has gone out, in which place and for how much: a lower third in red.</summary>
internal static class Elimination
{
    private const double RankWidth = 180;
    private const double Height = NamePlate.Height + Stat.Height;
    private const double Top = Grid.Bottom - Height;
    private const double NameLeft = Grid.Left + RankWidth;

    private const double Width = Grid.LowerThird - RankWidth;

    public static Package Draw()
        => new(
            "elimination", "Elimination",
            [Rank(), Name(), Line()],
            [
                Field.OfWords("name", "Name").Required(),
                Field.OfShort("rank", "Rank", 8).Required(),
                Field.OfAmount("prize", "Prize"),
                Field.OfFlag("Flag"),
            ]);

    private static Layer Rank()
        => new Panel("Rank Panel", Grid.Left, Top, RankWidth, Height, inFrom: 0, Pace.OutFrom + 6)
            .Plate(Palette.RedFill)
            .Live("Rank", "5TH", TypeScale.Display, RankWidth / 2, 64, RankWidth - 30, Align.Centre)
            .Word("Rank Label", "Place", TypeScale.Label.In(Palette.White), RankWidth / 2, 117, Align.Centre)
            .ToLayer();

    private static Layer Name()
    {
        var panel = new Panel("Name Panel", NameLeft, Top, Width, NamePlate.Height, inFrom: 4, Pace.OutFrom + 3).Plate(Palette.Header);
        var flagLeft = panel.TextRight - FlagBox.Large.Width;
        return panel
            .Live("Name", "Player Name", TypeScale.Name, Grid.Padding, panel.Middle, flagLeft - (2 * Grid.Padding))
            .Flag("Flag", panel.TextRight, panel.Middle, FlagBox.Large)
            .ToLayer();
    }

    private static Layer Line()
    {
        var panel = new Panel("Line Panel", NameLeft, Top + NamePlate.Height, Width, Stat.Height, inFrom: 7, Pace.OutFrom).PlateBelow();
        return panel
            .Label("Line Label", "Eliminated", Grid.Padding, panel.Middle)
            .Live("Prize", "$15,000", TypeScale.Subtitle.In(Palette.Gold) with { Font = Typeface.Figures, Tracking = 0 }, panel.TextRight, panel.Middle, 510, Align.Right)
            .ToLayer();
    }
}
