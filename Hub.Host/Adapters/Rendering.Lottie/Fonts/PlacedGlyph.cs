namespace Hub.Adapters.Rendering.Lottie.Fonts;

/// <summary>One glyph of a shaped text. Lengths are pixels at <see cref="FontFace.Size"/>.</summary>
/// <param name="Face">Font it comes from.</param>
/// <param name="Glyph">Number of the glyph in that font.</param>
/// <param name="IsSpace">True for a plain space, where a line may break.</param>
/// <param name="Advance">How far the pen moves on.</param>
/// <param name="OffsetX">How far right of the pen the outline lies.</param>
/// <param name="OffsetY">How far below the base line the outline lies.</param>
internal readonly record struct PlacedGlyph(FontFace Face, ushort Glyph, bool IsSpace, double Advance, double OffsetX, double OffsetY);
