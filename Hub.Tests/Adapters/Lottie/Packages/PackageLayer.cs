using System.Text.Json.Nodes;
using Hub.Adapters.Rendering.Lottie.Composition;
using Hub.Contracts.Engine;
using SkiaSharp;

namespace Hub.Tests.Adapters.Lottie.Packages;

/// <summary>A text of a composition and where it may be.</summary>
/// <param name="Layer">The layer.</param>
/// <param name="Left">Left end of its line when it is <c>Width</c> wide, in composition pixels.</param>
/// <param name="Width">Widest that it may get.</param>
internal sealed record PackageLayer(LottieLayer Layer, double Left, double Width)
{
    /// <summary>The live texts that have a width to keep to.</summary>
    public static IEnumerable<PackageLayer> TextsOf(LottieDocument document, RenderClip clip)
    {
        foreach (var text in clip.Texts.Where(text => text.MaxWidth is not null))
        {
            var layer = document.Find(text.Layer).Single();
            var x = Shown(layer.Node["ks"]!["p"]!)[0] + PanelLeft(document, layer);
            var width = text.MaxWidth!.Value;
            // Lottie's numbers: 0 left, 1 right, 2 centre.
            var left = (int)layer.TextDocuments().First()["j"]! switch { 0 => x, 1 => x - width, _ => x - (width / 2) };
            yield return new PackageLayer(layer, left, width);
        }
    }

    /// <summary>The same in pixels of a clip, with room for a smoothed edge.</summary>
    public (int Left, int Right) In(SKSizeI clip)
    {
        var scale = clip.Width / 1920.0;
        return ((int)Math.Floor(Left * scale) - 2, (int)Math.Ceiling((Left + Width) * scale) + 2);
    }

    private static double PanelLeft(LottieDocument document, LottieLayer layer)
    {
        var asset = document.Assets.OfType<JsonObject>().Single(asset => asset["layers"] is JsonArray layers && layers.Contains(layer.Node));
        return Shown(document.Layers.Single(panel => (string?)panel.Node["refId"] == (string?)asset["id"]).Node["ks"]!["p"]!)[0];
    }

    /// <summary>A moving position's second key is where it stands still.</summary>
    private static double[] Shown(JsonNode position)
        => [.. ((int)position["a"]! == 0 ? position["k"]! : position["k"]![1]!["s"]!).AsArray().Select(part => (double)part!)];
}
