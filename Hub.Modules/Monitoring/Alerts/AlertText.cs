using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Hub.Modules.Monitoring.Alerts;

/// <summary>Texts as the database and all targets can take them, whatever came in a message.</summary>
internal static class AlertText
{
    public const int LongestCode = 100;
    public const int LongestSubject = 200;
    public const int LongestText = 2000;

    private const int HashLength = 16;

    /// <summary>One line. Two that are too long and differ stay different.</summary>
    public static string Name(string text, int longest)
    {
        var line = Clean(text, keepsLines: false);
        if (line.Length <= longest)
            return line;

        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(line)))[..HashLength];
        return $"{Cut(line, longest - HashLength - 1)}…{hash}";
    }

    /// <summary>Lines of words, cut where they become too many.</summary>
    public static string Words(string text, int longest = LongestText)
    {
        // What will be cut off anyway is not worth cleaning.
        var clean = Clean(text.Length > longest * 2 ? text[..(longest * 2)] : text, keepsLines: true);
        return clean.Length <= longest ? clean : $"{Cut(clean, longest - 1)}…";
    }

    private static string Clean(string text, bool keepsLines)
    {
        var clean = new StringBuilder(text.Length);
        // Half a surrogate pair comes out as U+FFFD.
        foreach (var rune in text.EnumerateRunes())
        {
            if (keepsLines && rune.Value == '\n')
                clean.Append('\n');
            else if (Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator)
                clean.Append(' ');
            else
                clean.Append(rune.ToString());
        }

        return clean.ToString().Trim();
    }

    private static string Cut(string text, int length) => char.IsHighSurrogate(text[length - 1]) ? text[..(length - 1)] : text[..length];
}
