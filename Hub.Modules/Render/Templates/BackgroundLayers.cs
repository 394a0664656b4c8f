using System.Text.RegularExpressions;

namespace Hub.Modules.Render.Templates;

/// <summary>Knows background layers by their names: designers call them background, BG, 배경 or solid.</summary>
internal static partial class BackgroundLayers
{
    public static bool IsBackground(string layer) => Names().IsMatch(layer);

    // "BG" in capitals may stand anywhere (TopBG); in small letters only as a word of its own.
    [GeneratedRegex(@"(?i:background|배경|solid)|BG|(?i:\bbg\b)", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Names();
}
