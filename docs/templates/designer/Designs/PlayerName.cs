using TemplateDesigner.Look;
using TemplateDesigner.Packaging;
using TemplateDesigner.Parts;

namespace TemplateDesigner.Designs;

/// <summary>Who that is, and how the player stands: lower thirds of one to three lines whose figures appear only where they are known.</summary>
internal static class PlayerName
{
    private const double LastLine = Grid.Bottom - Stat.Height;
    private const double SecondLastLine = LastLine - Stat.Height;

    // Likeliest to be known first, so that what is missing is missing at the end.
    private static readonly Stat Chips = new("Chips", "Chips", "1,620,000", 342, 192);
    private static readonly Stat BigBlinds = new("BBs", "BB", "81.0", 210, 112);
    private static readonly Stat Vpip = new("VPIP", "VPIP", "35.4%", 240, 120);
    private static readonly Stat Earlier = new("Chips Ago", "Earlier", "1,200,000", 348, 178);

    private static readonly Field PlayerField = Field.OfWords("player_name", "Player Name").Required();

    private static readonly Field[] StandingFields =
    [
        Field.OfAmount("chips", "Chips").Taking("Chips Panel"),
        Field.OfShort("bbs", "BBs", 10).Taking("BBs Panel"),
        Field.OfShort("vpip", "VPIP", 8).Taking("VPIP Panel"),
        Field.OfAmount("chips_ago", "Chips Ago").Taking("Chips Ago Panel"),
    ];

    public static Package Draw()
    {
        Stat[] stats = [Chips, BigBlinds, Vpip, Earlier];
        return new Package(
            "name", "NAME",
            [
                NamePlate.OfPlayer("Player Name", Grid.Left, LastLine - NamePlate.Height, Stat.LineWidth(stats)),
                .. Stat.Line(stats, Grid.Left, LastLine, inFrom: 6, Pace.OutFrom),
            ],
            [PlayerField, Field.OfFlag("Flag"), .. StandingFields]);
    }

    public static Package DrawOneLine()
        => new(
            "name-1-line", "NAME 1 line",
            [NamePlate.OfPlayer("Player Name", Grid.Left, Grid.Bottom - NamePlate.Height, Grid.Span(7))],
            [PlayerField, Field.OfFlag("Flag")]);

    public static Package DrawWithoutFlag()
    {
        Stat[] stats = [Chips with { Width = 600 }, BigBlinds with { Width = Grid.Span(7) - 600 }];
        return new Package(
            "name-2-lines", "NAME 2 lines (no flag)",
            [
                NamePlate.OfWords("Player Name", "Player Name", Grid.Left, LastLine - NamePlate.Height, Stat.LineWidth(stats)),
                .. Stat.Line(stats, Grid.Left, LastLine, inFrom: 6, Pace.OutFrom),
            ],
            [PlayerField, .. StandingFields.Take(2)]);
    }

    public static Package DrawThreeLines()
    {
        Stat[] standing = [Chips, BigBlinds with { Width = 222 }, Vpip with { Width = 273 }, new("Chips Ago", "10 hands ago", "1,200,000", 456, 192) { LiveLabel = "Hands Ago" }];
        Stat[] career =
        [
            new("Earnings", "Career earnings", "$12,345,678", 564, 272) { Style = TypeScale.Figure.In(Palette.Gold) },
            new("Bracelets", "Bracelets", "3", 273, 48) { Style = TypeScale.Figure.In(Palette.Gold) },
        ];
        return new Package(
            "name-3-lines", "NAME 3 lines+",
            [
                NamePlate.OfPlayer("Player Name", Grid.Left, SecondLastLine - NamePlate.Height, Stat.LineWidth(standing)),
                .. Stat.Line(standing, Grid.Left, SecondLastLine, inFrom: 6, Pace.OutFrom + 3),
                .. Stat.Line(career, Grid.Left, LastLine, inFrom: 12, Pace.OutFrom),
            ],
            [
                PlayerField, Field.OfFlag("Flag"), .. StandingFields,
                Field.OfShort("hands_ago", "Hands Ago", 16),
                Field.OfShort("bracelets", "Bracelets", 4).Taking("Bracelets Panel"),
                Field.OfAmount("earnings", "Earnings").Taking("Earnings Panel"),
            ]);
    }
}
