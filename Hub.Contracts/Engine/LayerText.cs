namespace Hub.Contracts.Engine;

/// <summary>The live text of one text layer.</summary>
/// <param name="Layer">Layer name (<c>nm</c>) in the composition.</param>
/// <param name="Text">Text to show; empty hides the layer.</param>
/// <param name="MaxWidth">Widest the text may get in composition pixels; wider text is condensed to fit, down to <paramref name="MinScale"/>. Null: no limit.</param>
/// <param name="MinScale">Narrowest horizontal scale, 0 to 1, before the request counts as not fitting.</param>
public sealed record LayerText(string Layer, string Text, double? MaxWidth = null, double MinScale = 0.6);
