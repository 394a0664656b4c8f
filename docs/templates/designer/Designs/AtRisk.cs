using TemplateDesigner.Look;
using TemplateDesigner.Lottie;
using TemplateDesigner.Packaging;
using TemplateDesigner.Parts;

namespace TemplateDesigner.Designs;

/// <summary>Whose tournament may end with this hand, in which place that would be and what it would pay.</summary>
internal static class AtRisk
{
    private const double WarningWidth = 438;
    private const double Top = Grid.Bottom - Stat.Height - NamePlate.Height;

    private static readonly Stat[] Stats =
    [
        new("Rank", "Place", "9TH", 270, 126),
        new("Prize", "Pays", "$125,000", 432, 300) { Style = TypeScale.Figure.In(Palette.Gold) },
    ];

    private static readonly double Width = WarningWidth + Stat.LineWidth(Stats);

    public static Package Draw()
        => new(
            "at-risk-of-elimination", "At Risk of Elimination",
            [
                NamePlate.OfPlayer("Player Name", Grid.Left, Top, Width),
                Warning(),
                .. Stat.Line(Stats, Grid.Left + WarningWidth, Grid.Bottom - Stat.Height, inFrom: 9, Pace.OutFrom),
            ],
            [
                Field.OfWords("player_name", "Player Name").Required(),
                Field.OfShort("rank", "Rank", 8).Taking("Rank Panel"),
                Field.OfAmount("prize", "Prize").Taking("Prize Panel"),
                Field.OfFlag("Flag"),
            ])
        {
            Preview = new Dictionary<string, string> { ["rank"] = "9TH" },
        };

    private static Layer Warning()
    {
        var panel = new Panel("Warning Panel", Grid.Left, Grid.Bottom - Stat.Height, WarningWidth, Stat.Height, inFrom: 6, Pace.OutFrom + 6)
            .Plate(Palette.RedFill);
        return panel.Word("Warning", "At risk of elimination", TypeScale.Label.In(Palette.White), WarningWidth / 2, panel.Middle, Align.Centre).ToLayer();
    }
}
