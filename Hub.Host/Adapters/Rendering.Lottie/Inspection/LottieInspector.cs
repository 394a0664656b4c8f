using Hub.Adapters.Rendering.Lottie.Composition;
using Hub.Contracts.Engine;

namespace Hub.Adapters.Rendering.Lottie.Inspection;

/// <summary>
/// Goes the way of <see cref="CompositionFiller"/> without drawing, and notes every obstacle where the engine would stop at the first.
/// Skia's player is not involved, so a broken composition cannot take the process down.
/// </summary>
internal sealed class LottieInspector(TextOutliner outliner) : IClipInspector
{
    /// <inheritdoc />
    public string Engine => LottieEngine.EngineName;

    /// <inheritdoc />
    public IReadOnlyList<ClipProblem> Inspect(RenderClip clip)
    {
        var problems = new List<ClipProblem>(ClipLimits.ProblemsOf(clip).Select(reason => new ClipProblem(Layer: null, reason)));
        Note(problems, layer: null, clip.CompositionFile, () => Inspect(LottieDocument.Load(clip.CompositionFile), clip, problems));
        return problems;
    }

    private void Inspect(LottieDocument document, RenderClip clip, List<ClipProblem> problems)
    {
        void Step(string? layer, Action step) => Note(problems, layer, document.File, step);

        problems.AddRange(Expressions.In(document).Select(found => new ClipProblem(
            found.Layer, CompositionError.In(document.File, $"uses an expression in layer '{found.Layer}' ({found.Property}); convert it to keyframes, expressions are not played").Message)));
        foreach (var layer in clip.HiddenLayers) Step(layer, () => CompositionFiller.Hide(document, layer));
        foreach (var text in clip.Texts) Step(text.Layer, () => CompositionFiller.SetText(document, text));
        foreach (var image in clip.Images) Step(image.Layer, () => CheckImage(document, image));

        var limits = clip.Texts.ToLookup(text => text.Layer);
        foreach (var layer in document.Layers.Where(layer => layer is { IsText: true, IsHidden: false }))
        {
            Step(layer.Name, () => outliner.Measure(document, layer, limits[layer.Name].FirstOrDefault()));
        }
    }

    private static void CheckImage(LottieDocument document, LayerImage image)
    {
        foreach (var layer in document.Find(image.Layer)) CompositionFiller.BoxOf(document, layer);
        if (image.File is { } file && PictureFile.ProblemOf(file) is { } problem) throw new RenderEngineException(problem, isFinal: true);
    }

    private static void Note(List<ClipProblem> problems, string? layer, string file, Action step)
    {
        try
        {
            step();
        }
        catch (RenderEngineException exception)
        {
            problems.Add(new ClipProblem(layer, exception.Message));
        }
        catch (Exception exception) when (CompositionError.IsBehind(exception))
        {
            problems.Add(new ClipProblem(layer, CompositionError.In(file, exception).Message));
        }
    }
}
