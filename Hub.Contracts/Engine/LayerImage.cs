namespace Hub.Contracts.Engine;

/// <summary>The live picture of one image layer.</summary>
/// <param name="Layer">Layer name (<c>nm</c>) in the composition.</param>
/// <param name="File">Absolute path of a PNG or JPEG file; null hides the layer.</param>
public sealed record LayerImage(string Layer, string? File);
