using System.Collections.Concurrent;
using System.Text;
using Hub.Contracts.Engine;
using Microsoft.Extensions.Options;

namespace Hub.Adapters.Rendering.Lottie.Fonts;

/// <summary>Opens fonts once and keeps them; chooses the font for each character.</summary>
internal sealed class FontLibrary(FontIndex index, IOptions<FontOptions> options) : IDisposable
{
    private readonly ConcurrentDictionary<FontFile, FontFace> _faces = new();

    private IEnumerable<string> Fallbacks => options.Value.Fallbacks.Count > 0 ? options.Value.Fallbacks : SystemFonts.Fallbacks;

    /// <summary>The font a template asks for.</summary>
    /// <exception cref="RenderEngineException">The family is not installed.</exception>
    public FontFace Open(string family, FontStyle style, string layer)
        => TryOpen(family, style) ?? throw new RenderEngineException(
            $"Layer '{layer}' wants the font family '{family}', which is not installed. Looked in: {string.Join(", ", index.Folders)}. " +
            "Install the font or add its folder to Fonts:Folders.", isFinal: true);

    /// <summary>The font that draws <paramref name="rune"/>: <paramref name="preferred"/> if it can, else the first fallback that does.</summary>
    /// <exception cref="RenderEngineException">No font has the character; a box in its place would go on air.</exception>
    public FontFace For(Rune rune, FontFace preferred, FontStyle style, string layer)
    {
        if (preferred.Has(rune.Value)) return preferred;

        return Fallbacks.Select(family => TryOpen(family, style)).FirstOrDefault(face => face?.Has(rune.Value) == true)
            ?? throw new RenderEngineException(
                $"Layer '{layer}' has the character '{rune}' (U+{rune.Value:X4}), which neither '{preferred.File.Family}' nor a fallback font can draw. " +
                "Install a font that has it and add its family to Fonts:Fallbacks, or correct the text.", isFinal: true);
    }

    public void Dispose()
    {
        foreach (var face in _faces.Values) face.Dispose();
    }

    private FontFace? TryOpen(string family, FontStyle style)
        => index.Find(family, style) is { } file ? _faces.GetOrAdd(file, found => new FontFace(found)) : null;
}
