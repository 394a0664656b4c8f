using System.Text.Json.Nodes;

namespace Hub.Adapters.Rendering.Lottie.Fonts;

/// <summary>
/// Writes the glyphs of one text into a document. Each different glyph (kerned differently counts as different) takes the next
/// character that stands for nothing but itself; a plain space stays a space, so that lines can still break there.
/// </summary>
/// <remarks>
/// Skia's player keeps one record for every character up to a font's highest: from U+E000 on, that is 3 MB for each text, and a
/// leaderboard takes 80 MB and 50 ms to load instead of 1 MB and 1 ms. So low characters come first.
/// </remarks>
internal sealed class GlyphTable(JsonArray chars, string family, double scaleX)
{
    // Latin letters to the end of the phonetic ones: no space, mark or line break among them, and all run from left to right.
    private const int FirstLetter = 0x0100;
    private const int LastLetter = 0x02AF;
    private const int PrivateUseArea = 0xE000;

    private readonly Dictionary<PlacedGlyph, char> _characters = [];

    /// <summary>Adds a glyph if it is new.</summary>
    /// <returns>The character that stands for it.</returns>
    public char Add(PlacedGlyph glyph)
    {
        if (_characters.TryGetValue(glyph, out var character)) return character;

        var isFirstSpace = glyph.IsSpace && !_characters.ContainsValue(' ');
        character = isFirstSpace ? ' ' : Character(_characters.Count);
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
    private static char Character(int number)
        => (char)(FirstLetter + number <= LastLetter ? FirstLetter + number : PrivateUseArea + number);
}
