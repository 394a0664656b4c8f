using TemplateDesigner.Look;
using TemplateDesigner.Lottie;
using TemplateDesigner.Packaging;
using TemplateDesigner.Parts;

namespace TemplateDesigner.Designs;

/// <summary>Who is speaking: one or two cards side by side.</summary>
internal static class Staff
{
    private const int People = 2;
    private const double NameHeight = 75;
    private const double LineHeight = 57;
    private const double Height = NameHeight + LineHeight;

    private static readonly double Width = Grid.Span(5);

    public static Package DrawCommentators() => Draw("commentator", "Commentator", "Commentary");

    public static Package DrawReporters() => Draw("reporter", "Reporter", "Reporter");

    private static Package Draw(string folder, string name, string role)
        => new(
            folder, name,
            [.. Enumerable.Range(1, People).Select(slot => Card(slot, role))],
            [
                Field.OfWords("name", "Name {slot}").Required(),
                Field.OfWords("sub", "Sub {slot}"),
            ])
        {
            Slots = People,
            HideWithSlot = ["Card {slot}"],
        };

    private static Layer Card(int slot, string role)
    {
        var left = Grid.Left + ((slot - 1) * (Width + Grid.Padding));
        var card = new Panel($"Card {slot}", left, Grid.Bottom - Height, Width, Height, inFrom: (slot - 1) * 5, Pace.OutFrom + ((People - slot) * 4));
        var middle = NameHeight + (LineHeight / 2);
        return card
            .Plate(
                $"Plate {slot}",
                Shape.Rectangle(0, 0, 6, Height, Palette.GoldFill),
                Shape.Rectangle(6, NameHeight, Width - 6, Grid.Divider, Palette.Divider),
                Shape.Rectangle(0, 0, Width, NameHeight, Palette.Header),
                Shape.Rectangle(0, NameHeight, Width, LineHeight, Palette.Plate))
            .Live($"Name {slot}", "Name", TypeScale.TableName, Grid.Padding + 6, NameHeight / 2, card.TextRight - Grid.Padding - 6)
            .Live($"Sub {slot}", "@HANDLE", TypeScale.Line, Grid.Padding + 6, middle, card.TextRight - 200 - Grid.Padding - 6)
            .Label($"Role {slot}", role, card.TextRight, middle, Align.Right)
            .ToLayer();
    }
}
