using TemplateDesigner.Look;
using TemplateDesigner.Lottie;

namespace TemplateDesigner.Parts;

/// <summary>The full-frame ground of captions that may have the picture to themselves; hidden in clips with alpha because of its name.</summary>
internal static class Backdrop
{
    public static Layer Draw() => new ShapeLayer(
        "Background",
        Shape.Diamond(Grid.Middle, Grid.Height / 2.0, 420, Palette.BackdropOrnament),
        Shape.Diamond(Grid.Middle, Grid.Height / 2.0, 720, Palette.BackdropOrnament),
        Shape.Diamond(Grid.Middle, Grid.Height / 2.0, 1080, Palette.BackdropOrnament),
        Shape.Rectangle(0, 0, Grid.Width, Grid.Height, Palette.Backdrop));
}
