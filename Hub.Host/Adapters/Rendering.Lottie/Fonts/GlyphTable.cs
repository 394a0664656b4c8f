using System.Text.Json.Nodes;

namespace Hub.Adapters.Rendering.Lottie.Fonts;

/// <summary>
/// Writes the glyphs of one text into a document. Each different glyph (kerned differently counts as different) takes the next
/// character of Unicode's private-use area; a plain space stays a space, so that lines can still break there.
/// </summary>
internal sealed class GlyphTable(JsonArray chars, string family, double scaleX)
{
    private const int PrivateUseArea = 0xE000;

    private readonly Dictionary<PlacedGlyph, char> _characters = [];

    /// <summary>Adds a glyph if it is new.</summary>
    /// <returns>The character that stands for it.</returns>
    public char Add(PlacedGlyph glyph)
    {
        if (_characters.TryGetValue(glyph, out var character)) return character;

        var isFirstSpace = glyph.IsSpace && !_characters.ContainsValue(' ');
        character = isFirstSpace ? ' ' : (char)(PrivateUseArea + _characters.Count);
        _characters.Add(glyph, character);
        chars.Add(new JsonObject
        {
            ["ch"] = character.ToString(),
            ["size"] = FontFace.Size,
            ["style"] = "Regular",
            ["w"] = Math.Round(glyph.Advance * scaleX, 3),
            ["fFamily"] = family,
            ["data"] = new JsonObject { ["shapes"] = GlyphOutline.ToShapes(glyph, scaleX) },
        });
        return character;
    }
}
