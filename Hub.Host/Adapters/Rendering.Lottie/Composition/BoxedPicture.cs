using System.Text.Json.Nodes;
using Hub.Contracts.Engine;
using SkiaSharp;

namespace Hub.Adapters.Rendering.Lottie.Composition;

/// <summary>
/// A picture brought to the size of its layer's box once, so that a frame costs nothing more for a large photo, and Skia's
/// player opens no file that came from outside.
/// </summary>
internal static class BoxedPicture
{
    private static readonly SKSamplingOptions Smooth = new(SKFilterMode.Linear, SKMipmapMode.Linear);

    /// <summary>An image asset that shows <paramref name="image"/>.</summary>
    /// <param name="image">The picture.</param>
    /// <param name="box">Size of the asset in composition pixels.</param>
    /// <param name="scale">Pixels of the clip for one of the composition.</param>
    /// <param name="id">Name of the new asset.</param>
    /// <exception cref="RenderEngineException">The file cannot be used.</exception>
    public static JsonObject Asset(LayerImage image, SKSize box, double scale, string id) => new()
    {
        ["id"] = id,
        ["w"] = box.Width,
        ["h"] = box.Height,
        ["u"] = "",
        ["p"] = "data:image/png;base64," + Convert.ToBase64String(Draw(image, new SKSizeI((int)Math.Ceiling(box.Width * scale), (int)Math.Ceiling(box.Height * scale)))),
        ["e"] = 1,
    };

    private static byte[] Draw(LayerImage image, SKSizeI size)
    {
        using var bitmap = PictureFile.Read(image.File!);
        using var picture = SKImage.FromBitmap(bitmap);
        using var surface = SKSurface.Create(new SKImageInfo(size.Width, size.Height, SKColorType.Rgba8888, SKAlphaType.Premul));
        var (box, whole) = (SKRect.Create(size), SKRect.Create(picture.Width, picture.Height));
        if (image.Fit == PictureFit.Cover)
        {
            surface.Canvas.DrawImage(picture, whole.AspectFit(box.Size), box, Smooth);
        }
        else
        {
            surface.Canvas.DrawImage(picture, whole, box.AspectFit(whole.Size), Smooth);
        }

        using var drawn = surface.Snapshot();
        using var png = drawn.Encode(SKEncodedImageFormat.Png, quality: 100);
        return png.ToArray();
    }
}
