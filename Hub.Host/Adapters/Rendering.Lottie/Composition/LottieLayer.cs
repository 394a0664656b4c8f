using System.Text.Json.Nodes;

namespace Hub.Adapters.Rendering.Lottie.Composition;

/// <summary>One layer of a composition or precomp.</summary>
internal sealed record LottieLayer(JsonObject Node)
{
    private const int ImageType = 2;
    private const int TextType = 5;

    /// <summary>Name as shown in After Effects; empty when it has none.</summary>
    public string Name { get; } = (string?)Node["nm"] ?? "";

    public bool IsText { get; } = (int?)Node["ty"] == TextType;

    public bool IsImage { get; } = (int?)Node["ty"] == ImageType;

    /// <summary>Id of the asset that an image layer shows.</summary>
    public string? AssetId
    {
        get => (string?)Node["refId"];
        set => Node["refId"] = value;
    }

    public bool IsHidden => (bool?)Node["hd"] == true;

    public void Hide() => Node["hd"] = true;

    /// <summary>The text documents of a text layer: one per keyframe.</summary>
    public IEnumerable<JsonObject> TextDocuments()
        => (Node["t"]?["d"]?["k"] as JsonArray ?? []).Select(keyframe => keyframe?["s"]).OfType<JsonObject>();
}
