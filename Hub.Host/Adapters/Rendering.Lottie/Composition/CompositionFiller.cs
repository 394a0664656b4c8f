using System.Text.Json.Nodes;
using Hub.Contracts.Engine;
using SkiaSharp;

namespace Hub.Adapters.Rendering.Lottie.Composition;

/// <summary>Makes a clip's own document of a template's: live text and pictures in, layers hidden, all text as outlines.</summary>
internal sealed class CompositionFiller(TextOutliner outliner)
{
    /// <exception cref="RenderEngineException">
    /// A layer is missing or of another kind, a font, character or picture is missing, or a text does not fit.
    /// </exception>
    public void Fill(LottieDocument document, RenderClip clip)
    {
        try
        {
            FillIn(document, clip);
        }
        catch (Exception exception) when (CompositionError.IsBehind(exception))
        {
            throw CompositionError.In(document.File, exception);
        }
    }

    /// <summary>Hides all layers of a name.</summary>
    public static void Hide(LottieDocument document, string name)
    {
        foreach (var layer in document.Find(name)) layer.Hide();
    }

    /// <summary>Writes a text into its layers; an empty one hides them.</summary>
    public static void SetText(LottieDocument document, LayerText text)
    {
        foreach (var layer in document.Find(text.Layer))
        {
            if (!layer.IsText) throw CompositionError.In(document.File, $"has a layer '{text.Layer}', but it is not a text layer");
            if (string.IsNullOrWhiteSpace(text.Text)) layer.Hide();

            foreach (var textDocument in layer.TextDocuments()) textDocument["t"] = text.Text.ReplaceLineEndings(" ");
        }
    }

    /// <summary>The size of the asset that stands in an image layer's place: the designer's box.</summary>
    public static SKSize BoxOf(LottieDocument document, LottieLayer layer)
    {
        if (!layer.IsImage) throw CompositionError.In(document.File, $"has a layer '{layer.Name}', but it is not an image layer");

        var asset = document.Assets.OfType<JsonObject>().FirstOrDefault(asset => (string?)asset["id"] == layer.AssetId);
        return (double?)asset?["w"] is { } width and >= 1 and <= 8192 && (double?)asset["h"] is { } height and >= 1 and <= 8192
            ? new SKSize((float)width, (float)height)
            : throw CompositionError.In(document.File, $"gives the image layer '{layer.Name}' no asset with a width and a height of 1 to 8192 pixels");
    }

    private void FillIn(LottieDocument document, RenderClip clip)
    {
        foreach (var layer in clip.HiddenLayers) Hide(document, layer);
        foreach (var text in clip.Texts) SetText(document, text);

        var scale = Math.Min(clip.Width / document.Size.Width, clip.Height / document.Size.Height);
        foreach (var image in clip.Images) SetImage(document, image, scale);

        var limits = clip.Texts.ToLookup(text => text.Layer);
        foreach (var layer in document.Layers.Where(layer => layer is { IsText: true, IsHidden: false }))
        {
            outliner.Outline(document, layer, limits[layer.Name].FirstOrDefault());
        }
    }

    private static void SetImage(LottieDocument document, LayerImage image, double scale)
    {
        foreach (var layer in document.Find(image.Layer))
        {
            var box = BoxOf(document, layer);
            if (image.File is null || layer.IsHidden)
            {
                layer.Hide();
                continue;
            }

            var id = $"hub-picture-{document.Assets.Count}";
            document.Assets.Add(BoxedPicture.Asset(image, box, scale, id));
            layer.AssetId = id;
        }
    }
}
