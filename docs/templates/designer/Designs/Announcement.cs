using TemplateDesigner.Look;
using TemplateDesigner.Lottie;
using TemplateDesigner.Packaging;
using TemplateDesigner.Parts;

namespace TemplateDesigner.Designs;

/// <summary>Captions of one line: where we are, what is going on, what comes next.</summary>
internal static class Announcement
{
    private const double HeroHeight = 240;

    private static readonly double HeroWidth = Grid.Span(11);

    public static Package DrawLocation()
        => new(
            "location", "Location",
            [NamePlate.OfWords("Venue", "Venue", Grid.Left, Grid.Bottom - NamePlate.Height, Grid.Span(8))],
            [Field.OfWords("venue", "Venue").Required()]);

    public static Package DrawHandForHand()
        => new(
            "hand-for-hand", "1-Hand-for-hand play is currently in progress",
            [NamePlate.OfWords("Message", "Message", Grid.Centred(Grid.Span(9)), Grid.Bottom - NamePlate.Height, Grid.Span(9))],
            [Field.OfWords("message", "Message").Required()]);

    public static Package DrawNextStream()
        => new(
            "next-stream", "1-NEXT STREAM STARTING SOON",
            [Backdrop.Draw(), Hero()],
            [Field.OfWords("message", "Message").Required()])
        {
            Preview = new Dictionary<string, string> { ["message"] = "NEXT STREAM STARTING SOON" },
        };

    private static Layer Hero()
        => new Panel("Message Panel", Grid.Centred(HeroWidth), (Grid.Height - HeroHeight) / 2, HeroWidth, HeroHeight, inFrom: 0, Pace.HeaderOut, Entrance.FromAbove)
            .HeaderPlate(
                Shape.Diamond(84, HeroHeight / 2, 26, Palette.GoldFill),
                Shape.Diamond(HeroWidth - 84, HeroHeight / 2, 26, Palette.GoldFill))
            .Live("Message", "Message", TypeScale.Hero with { Size = 96, MinScale = 0.4 }, HeroWidth / 2, (HeroHeight - 4) / 2, HeroWidth - 288, Align.Centre)
            .ToLayer();
}
