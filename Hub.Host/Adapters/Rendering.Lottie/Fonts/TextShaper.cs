using System.Globalization;
using System.Text;
using Hub.Contracts.Engine;

namespace Hub.Adapters.Rendering.Lottie.Fonts;

/// <summary>
/// Turns text into glyphs with a font chosen for every character, so that Hangul, Cyrillic and Latin mix in one name.
/// Skia's own fallback looks only at the start of a line and draws boxes for the rest.
/// </summary>
internal sealed class TextShaper(FontLibrary fonts)
{
    /// <summary>Shapes one line.</summary>
    /// <exception cref="RenderEngineException">Family or character not available, or a script written from right to left.</exception>
    public IReadOnlyList<PlacedGlyph> Shape(string text, string family, string? styleName, string layer)
    {
        var style = FontStyle.Parse(styleName);
        var preferred = fonts.Open(family, style, layer);
        return [.. Runs(Clean(text), preferred, style, layer).SelectMany(run => run.Face.Shape(run.Text))];
    }

    /// <summary>Composed characters; any white space and control characters as plain spaces; invisible format characters gone.</summary>
    private static string Clean(string text)
        => string.Concat(text.Normalize(NormalizationForm.FormC).EnumerateRunes()
            .Where(rune => Rune.GetUnicodeCategory(rune) is not UnicodeCategory.Format and not UnicodeCategory.Surrogate)
            .Select(rune => Rune.IsWhiteSpace(rune) || Rune.IsControl(rune) ? " " : rune.ToString()));

    /// <summary>Longest pieces of one font. Accents stay with the letter before them where its font has them.</summary>
    private IEnumerable<(FontFace Face, string Text)> Runs(string text, FontFace preferred, FontStyle style, string layer)
    {
        var piece = new StringBuilder();
        var current = preferred;
        foreach (var rune in text.EnumerateRunes())
        {
            if (RightToLeft.Contains(rune))
            {
                throw new RenderEngineException(
                    $"Layer '{layer}' has the character '{rune}' (U+{rune.Value:X4}), which is written from right to left; this engine cannot set such text. " +
                    "Use the name's Latin spelling.", isFinal: true);
            }

            var stays = current.Has(rune.Value) && (IsMark(rune) || rune.Value == ' ');
            var next = stays ? current : fonts.For(rune, preferred, style, layer);
            if (next != current && piece.Length > 0)
            {
                yield return (current, piece.ToString());
                piece.Clear();
            }

            current = next;
            piece.Append(rune.ToString());
        }

        if (piece.Length > 0) yield return (current, piece.ToString());
    }

    private static bool IsMark(Rune rune)
        => Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark;
}
