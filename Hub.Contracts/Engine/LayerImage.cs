namespace Hub.Contracts.Engine;

/// <summary>The live picture of one image layer.</summary>
/// <param name="Layer">Layer name (<c>nm</c>) in the composition.</param>
/// <param name="File">Absolute path of a PNG or JPEG file of at most 20 MB and 8192 pixels a side; null hides the layer.</param>
/// <param name="Fit">How it meets the layer's box.</param>
public sealed record LayerImage(string Layer, string? File, PictureFit Fit = PictureFit.Cover);
