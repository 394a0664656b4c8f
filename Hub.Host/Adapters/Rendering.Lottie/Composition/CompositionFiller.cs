using Hub.Contracts.Engine;

namespace Hub.Adapters.Rendering.Lottie.Composition;

/// <summary>Makes a clip's own document of a template's: live text in, layers hidden, all text as outlines.</summary>
internal sealed class CompositionFiller(TextOutliner outliner)
{
    /// <exception cref="RenderEngineException">A layer is missing or no text layer, a font or character is missing, or a text does not fit.</exception>
    public void Fill(LottieDocument document, RenderClip clip)
    {
        foreach (var layer in clip.HiddenLayers.SelectMany(document.Find)) layer.Hide();
        foreach (var text in clip.Texts) SetText(document, text);

        var limits = clip.Texts.ToLookup(text => text.Layer);
        foreach (var layer in document.Layers.Where(layer => layer is { IsText: true, IsHidden: false }))
        {
            outliner.Outline(document, layer, limits[layer.Name].FirstOrDefault());
        }
    }

    private static void SetText(LottieDocument document, LayerText text)
    {
        foreach (var layer in document.Find(text.Layer))
        {
            if (!layer.IsText) throw CompositionError.In(document.File, $"has a layer '{text.Layer}', but it is not a text layer");
            if (string.IsNullOrWhiteSpace(text.Text)) layer.Hide();

            foreach (var textDocument in layer.TextDocuments()) textDocument["t"] = text.Text.ReplaceLineEndings(" ");
        }
    }
}
