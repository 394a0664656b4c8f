using System.Text.Json.Nodes;

namespace TemplateDesigner.Lottie;

/// <summary>The size a live picture is brought to. The picture inside is a stand-in of one transparent pixel.</summary>
internal sealed record ImageBox(double Width, double Height)
{
    private const string OneClearPixel =
        "data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAAC0lEQVR4nGNgAAIAAAUAAXpeqz8AAAAASUVORK5CYII=";

    public string Id => FormattableString.Invariant($"picture-{Width}x{Height}");

    public JsonObject ToAsset() => new()
    {
        ["id"] = Id,
        ["w"] = Width,
        ["h"] = Height,
        ["u"] = "",
        ["p"] = OneClearPixel,
        ["e"] = 1,
    };
}
